import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../translation';
import { FilterSelect } from '../EntitiesOverview/FilterSelect';
import { useCatalogOptions } from '../EntitiesOverview/useFilterOptions';
import { useAreaTitles } from '../eventWords/useAreaTitles';
import type { MismatchQuery } from './mismatchQuery';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
      gap: theme.spacing(1.5),
    },
  }),
  { name: 'AutonomyMismatchFilters' },
);

export interface MismatchFiltersProps {
  query: MismatchQuery;
  onChange: (change: Partial<MismatchQuery>) => void;
}

/** What matrix and lists can be narrowed by. */
export function MismatchFilters({ query, onChange }: MismatchFiltersProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { owners, domains } = useCatalogOptions();
  const titles = useAreaTitles();
  return (
    <div
      className={classes.root}
      role="search"
      aria-label={t('filter.heading')}
    >
      <FilterSelect
        label={t('filter.domain')}
        value={query.domain}
        options={domains}
        onChange={domain => onChange({ domain })}
      />
      <FilterSelect
        label={t('filter.owner')}
        value={query.owner}
        options={owners}
        onChange={owner => onChange({ owner })}
      />
      <FilterSelect
        label={t('mismatches.area')}
        value={query.area}
        options={[...titles].map(([value, label]) => ({ value, label }))}
        onChange={area => onChange({ area })}
      />
    </div>
  );
}
