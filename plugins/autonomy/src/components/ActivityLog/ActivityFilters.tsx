import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../translation';
import { FilterSelect } from '../EntitiesOverview/FilterSelect';
import { useCatalogOptions } from '../EntitiesOverview/useFilterOptions';
import { useCauseWords } from '../eventWords';
import { CAUSES, KINDS, type ActivityQuery } from './activityQuery';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
      gap: theme.spacing(1.5),
    },
  }),
  { name: 'AutonomyActivityFilters' },
);

export interface ActivityFiltersProps {
  query: ActivityQuery;
  onChange: (change: ActivityQuery) => void;
}

/** What the log can be narrowed by. */
export function ActivityFilters({ query, onChange }: ActivityFiltersProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const causeWords = useCauseWords();
  const { owners, domains } = useCatalogOptions();
  return (
    <div
      className={classes.root}
      role="search"
      aria-label={t('filter.heading')}
    >
      <FilterSelect
        label={t('activity.kind')}
        value={query.kind}
        options={KINDS.map(value => ({
          value,
          label: t(`activityKind.${value}`),
        }))}
        onChange={kind => onChange({ kind })}
      />
      <FilterSelect
        label={t('activity.cause')}
        value={query.cause}
        options={CAUSES.map(value => ({ value, label: causeWords(value) }))}
        onChange={cause => onChange({ cause })}
      />
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
    </div>
  );
}
