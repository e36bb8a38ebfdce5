import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { EntitiesResult } from './EntitiesResult';
import { EntityFilters } from './EntityFilters';
import { useEntityList } from './useEntityList';
import { useListQuery } from './useListQuery';

const useStyles = makeStyles(
  theme => ({
    root: { padding: theme.spacing(2) },
    filters: { marginBottom: theme.spacing(2) },
  }),
  { name: 'AutonomyEntitiesOverview' },
);

const NO_FILTERS = {
  text: undefined,
  kind: undefined,
  type: undefined,
  system: undefined,
  owner: undefined,
  domain: undefined,
  level: undefined,
  tier: undefined,
  guardrailStatus: undefined,
  minReadiness: undefined,
  maxReadiness: undefined,
};

/** Every entity in scope that the reader may see: filtered, sorted and paged by the server. */
export function EntitiesOverview() {
  const classes = useStyles();
  const [query, changeQuery] = useListQuery();
  const list = useEntityList(query);
  const clear = () => changeQuery(NO_FILTERS);
  return (
    <Paper className={classes.root} variant="outlined">
      <div className={classes.filters}>
        <EntityFilters query={query} onChange={changeQuery} onClear={clear} />
      </div>
      <EntitiesResult {...list} query={query} onChange={changeQuery} />
    </Paper>
  );
}
