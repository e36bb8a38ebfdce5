import { PLAN_STATES } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../../translation';
import { FilterSelect } from '../../EntitiesOverview/FilterSelect';
import { useBoardOptions } from '../../useBoardOptions';
import type { PlanQuery } from './planQuery';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
      gap: theme.spacing(1.5),
      marginBottom: theme.spacing(1),
    },
  }),
  { name: 'AutonomyPlanFilters' },
);

export interface PlanFiltersProps {
  query: PlanQuery;
  onChange: (change: Partial<PlanQuery>) => void;
}

/** What the plans can be narrowed by. */
export function PlanFilters({ onChange, query }: PlanFiltersProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { boards } = useBoardOptions();
  return (
    <div
      className={classes.root}
      role="search"
      aria-label={t('filter.heading')}
    >
      <FilterSelect
        label={t('plans.column.state')}
        value={query.state}
        options={PLAN_STATES.map(value => ({
          value,
          label: t(`planDetails.states.${value}`),
        }))}
        onChange={state => onChange({ state })}
      />
      <FilterSelect
        label={t('plans.column.board')}
        value={query.board}
        options={boards}
        onChange={board => onChange({ board })}
      />
      {query.entity && (
        <FilterSelect
          label={t('plans.column.entity')}
          value={query.entity}
          options={[]}
          onChange={entity => onChange({ entity })}
        />
      )}
    </div>
  );
}
