import {
  SIMULATED_MOVE_KINDS,
  type MoveGroups,
  type MovesFilter,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../../translation';
import { FilterSelect } from '../../EntitiesOverview/FilterSelect';
import { TextFilter } from '../../EntitiesOverview/TextFilter';
import { nameOf } from '../groups/MoveGroupBars';
import { WhenToggle } from './WhenToggle';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(1.5),
      marginBottom: theme.spacing(1.5),
    },
    fields: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 200px), 1fr))',
      gap: theme.spacing(1.5),
      alignItems: 'center',
    },
  }),
  { name: 'AutonomyMovesFilters' },
);

export interface MovesFiltersProps {
  query: MovesFilter;
  groups?: Record<'domain' | 'owner', MoveGroups>;
  onChange: (change: MovesFilter) => void;
}

/** Which of those who would feel it are listed, and at which time. */
export function MovesFilters({ groups, onChange, query }: MovesFiltersProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const optionsOf = (by: 'domain' | 'owner') =>
    (groups?.[by].groups ?? []).flatMap(({ ref, title }) =>
      ref === undefined ? [] : [{ value: ref, label: nameOf({ ref, title }) }],
    );
  return (
    <div className={classes.root} role="search" aria-label={t('moves.filters')}>
      <WhenToggle when={query.when} onChange={when => onChange({ when })} />
      <div className={classes.fields}>
        <TextFilter
          label={t('moves.text')}
          value={query.text}
          onChange={text => onChange({ text })}
        />
        <FilterSelect
          label={t('moves.what')}
          options={SIMULATED_MOVE_KINDS.map(kind => ({
            value: kind,
            label: t(`moveKind.${kind}`),
          }))}
          value={query.what}
          onChange={what => onChange({ what })}
        />
        <FilterSelect
          label={t('moves.domain')}
          options={optionsOf('domain')}
          value={query.domain}
          onChange={domain => onChange({ domain })}
        />
        <FilterSelect
          label={t('moves.owner')}
          options={optionsOf('owner')}
          value={query.owner}
          onChange={owner => onChange({ owner })}
        />
      </div>
    </div>
  );
}
