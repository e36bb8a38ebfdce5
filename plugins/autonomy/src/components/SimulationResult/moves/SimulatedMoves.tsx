import { autonomyPolicyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useCallback, useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { usePages } from '../../usePages';
import { MoveGroupsView } from '../groups/MoveGroupsView';
import { useMoveGroups } from '../groups/useMoveGroups';
import { PageSection } from '../../PageSection';
import { useMovesQuery } from '../useMovesQuery';
import { MovesExport } from './MovesExport';
import { MovesFilters } from './MovesFilters';
import { MovesList } from './MovesList';

const PAGE = 20;

const useStyles = makeStyles(
  theme => ({
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1, 2),
    },
  }),
  { name: 'AutonomySimulatedMoves' },
);

/** Who would feel it: by domain, by team, and by name. */
export function SimulatedMoves({ simulationId }: { simulationId: string }) {
  const classes = useStyles();
  const api = useApi(autonomyPolicyApiRef);
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [query, changeQuery] = useMovesQuery();
  const groups = useMoveGroups(simulationId);
  const [total, setTotal] = useState<number>();
  const load = useCallback(
    async (cursor?: string) => {
      const page = await api.listMoves(simulationId, {
        ...query,
        limit: PAGE,
        cursor,
      });
      setTotal(page.totalItems);
      return page;
    },
    [api, query, simulationId],
  );
  const pages = usePages(load);
  return (
    <>
      <MoveGroupsView {...groups} query={query} onChange={changeQuery} />
      <PageSection title={t('moves.heading')}>
        <MovesFilters
          query={query}
          groups={groups.value}
          onChange={changeQuery}
        />
        <div className={classes.head}>
          <Typography variant="body2" role="status">
            {total !== undefined && t('moves.total', { count: total })}
          </Typography>
          <MovesExport simulationId={simulationId} query={query} />
        </div>
        <MovesList {...pages} query={query} onChange={changeQuery} />
      </PageSection>
    </>
  );
}
