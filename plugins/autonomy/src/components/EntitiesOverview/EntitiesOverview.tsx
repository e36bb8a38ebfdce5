import { makeStyles } from '@material-ui/core/styles';
import Paper from '@material-ui/core/Paper';
import { Distribution } from '../Distribution';
import { GuardrailMatrix, useGuardrailMatrix } from '../GuardrailMatrix';
import { EntitiesResult } from './EntitiesResult';
import { EntityFilters } from './EntityFilters';
import { ExportButton } from './ExportButton';
import { FilterChips } from './FilterChips';
import { withoutFilters } from './listQuery';
import { useEntityList } from './useEntityList';
import { useListView } from './useListView';
import { ViewToggle } from './ViewToggle';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2) },
    // A grid's items would grow with a wide table instead of letting it scroll.
    part: { minWidth: 0, padding: theme.spacing(2) },
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(2),
    },
  }),
  { name: 'AutonomyEntitiesOverview' },
);

/** Every entity in scope that the reader may see: counted, mapped and listed by the server, through one set of filters. */
export function EntitiesOverview() {
  const classes = useStyles();
  const { query, request, change, hasChoice } = useListView();
  const list = useEntityList(request);
  const matrix = useGuardrailMatrix(request);
  return (
    <div className={classes.root}>
      <Paper className={classes.part} variant="outlined">
        <div className={classes.bar}>
          {hasChoice ? (
            <ViewToggle
              view={query.view}
              onChange={view => change({ view, owner: undefined })}
            />
          ) : (
            <span />
          )}
          <ExportButton request={request} />
        </div>
        <EntityFilters
          query={query}
          onChange={change}
          onClear={() => change(withoutFilters(query))}
        />
        <FilterChips
          query={query}
          guardrails={matrix.value?.guardrails}
          onChange={change}
        />
      </Paper>
      <Paper className={classes.part} variant="outlined">
        <Distribution query={query} request={request} />
      </Paper>
      <Paper className={classes.part} variant="outlined">
        <GuardrailMatrix {...matrix} query={query} request={request} />
      </Paper>
      <Paper className={classes.part} variant="outlined">
        <EntitiesResult {...list} query={query} onChange={change} />
      </Paper>
    </div>
  );
}
