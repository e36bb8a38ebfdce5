import {
  autonomyReactTranslationRef,
  useAutonomyWords,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../translation';
import { FilterSelect } from './FilterSelect';
import {
  GUARDRAIL_STATUSES,
  isFiltered,
  LEVELS,
  TIERS,
  type ListQuery,
} from './listQuery';
import { ReadinessFilter } from './ReadinessFilter';
import { TextFilter } from './TextFilter';
import { useCatalogOptions, useLevelTitles } from './useFilterOptions';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
      alignItems: 'center',
      gap: theme.spacing(1.5),
    },
    clear: { justifySelf: 'start' },
  }),
  { name: 'AutonomyEntityFilters' },
);

export interface EntityFiltersProps {
  query: ListQuery;
  onChange: (change: Partial<ListQuery>) => void;
  onClear: () => void;
}

/** Everything the list can be narrowed by. */
export function EntityFilters(props: EntityFiltersProps) {
  const { query, onChange, onClear } = props;
  const classes = useStyles();
  const words = useAutonomyWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { t: word } = useTranslationRef(autonomyReactTranslationRef);
  const { owners, domains } = useCatalogOptions();
  const titles = useLevelTitles();
  return (
    <div
      className={classes.root}
      role="search"
      aria-label={t('filter.heading')}
    >
      <TextFilter
        label={t('filter.text')}
        value={query.text}
        onChange={text => onChange({ text })}
      />
      <FilterSelect
        label={t('filter.level')}
        value={query.level}
        options={LEVELS.map(value => ({
          value,
          label: titles.has(value)
            ? `${value} · ${titles.get(value)}`
            : word('level.name', { level: String(value) }),
        }))}
        onChange={level => onChange({ level })}
      />
      <FilterSelect
        label={t('filter.guardrailStatus')}
        value={query.guardrailStatus}
        options={GUARDRAIL_STATUSES.map(value => ({
          value,
          label: words.guardrails(value),
        }))}
        onChange={guardrailStatus => onChange({ guardrailStatus })}
      />
      <FilterSelect
        label={t('filter.tier')}
        value={query.tier}
        options={TIERS.map(value => ({
          value,
          label: `${value} · ${t(`tier.${value}`)}`,
        }))}
        onChange={tier => onChange({ tier })}
      />
      <FilterSelect
        label={t('filter.owner')}
        value={query.owner}
        options={owners}
        onChange={owner => onChange({ owner })}
      />
      <FilterSelect
        label={t('filter.domain')}
        value={query.domain}
        options={domains}
        onChange={domain => onChange({ domain })}
      />
      <ReadinessFilter query={query} onChange={onChange} />
      {isFiltered(query) && (
        <Button size="small" className={classes.clear} onClick={onClear}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  );
}
