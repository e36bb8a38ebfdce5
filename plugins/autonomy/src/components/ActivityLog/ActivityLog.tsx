import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Paper from '@material-ui/core/Paper';
import { useCallback } from 'react';
import { usePages } from '../usePages';
import { ActivityFilters } from './ActivityFilters';
import { ActivityResult } from './ActivityResult';
import { USUAL_KINDS, writeActivityQuery } from './activityQuery';
import { useActivityQuery } from './useActivityQuery';

const useStyles = makeStyles(
  theme => ({
    root: { padding: theme.spacing(2) },
    filters: { marginBottom: theme.spacing(2) },
  }),
  { name: 'AutonomyActivityLog' },
);

/** What changed about the entities that the reader may see, the newest first. */
export function ActivityLog() {
  const classes = useStyles();
  const api = useApi(autonomyApiRef);
  const [query, changeQuery] = useActivityQuery();
  const load = useCallback(
    (cursor?: string) =>
      api.listActivity({ ...query, kind: query.kind ?? USUAL_KINDS, cursor }),
    [api, query],
  );
  const pages = usePages(load);
  return (
    <Paper className={classes.root} variant="outlined">
      <div className={classes.filters}>
        <ActivityFilters query={query} onChange={changeQuery} />
      </div>
      <ActivityResult
        {...pages}
        isFiltered={writeActivityQuery(query).size > 0}
      />
    </Paper>
  );
}
