import type {
  MovesFilter,
  SimulatedMove,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Skeleton from '@material-ui/lab/Skeleton';
import { autonomyTranslationRef } from '../../../translation';
import { useInsights } from '../../ScorecardsPage/useInsights';
import { FailureMessage, StateMessage } from '../../StateMessage';
import type { usePages } from '../../usePages';
import { isNarrowed } from '../movesQuery';
import { MoveRow } from './MoveRow';

const SKELETON_ROWS = 4;
const NO_FILTER: MovesFilter = {
  domain: undefined,
  owner: undefined,
  text: undefined,
  what: undefined,
};

const useStyles = makeStyles(
  theme => ({
    table: { '& td, & th': { verticalAlign: 'top' } },
    progress: { height: 4 },
    more: { marginTop: theme.spacing(1.5) },
  }),
  { name: 'AutonomyMovesList' },
);

export interface MovesListProps
  extends ReturnType<typeof usePages<SimulatedMove>> {
  query: MovesFilter;
  onChange: (change: MovesFilter) => void;
}

/** Who would feel it, by name, and what. */
export function MovesList(props: MovesListProps) {
  const { error, items, loading, onChange, query, retry } = props;
  const classes = useStyles();
  const { byCheck } = useInsights();
  const titleOf = (id: string) => byCheck.get(id)?.title;
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (error && !loading) {
    return <FailureMessage error={error} onRetry={retry} />;
  }
  if (!items) {
    return (
      <div role="status" aria-label={t('moves.loading')}>
        {Array.from({ length: SKELETON_ROWS }, (_, index) => (
          <Skeleton key={index} height={56} />
        ))}
      </div>
    );
  }
  if (items.length === 0 && !props.hasMore && !loading) {
    return (
      <StateMessage
        title={t('moves.none')}
        text={t('moves.noneText')}
        action={
          isNarrowed(query) && (
            <Button
              size="small"
              variant="outlined"
              onClick={() => onChange(NO_FILTER)}
            >
              {t('moves.clear')}
            </Button>
          )
        }
      />
    );
  }
  return (
    <>
      <div className={classes.progress}>{loading && <LinearProgress />}</div>
      <TableContainer>
        <Table
          size="small"
          className={classes.table}
          aria-label={t('moves.heading')}
        >
          <TableHead>
            <TableRow>
              <TableCell>{t('moves.entity')}</TableCell>
              <TableCell>{t('moves.changes')}</TableCell>
              <TableCell>{t('moves.owner')}</TableCell>
              <TableCell>{t('moves.domain')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {items.map(move => (
              <MoveRow
                key={move.entityRef}
                move={move}
                when={query.when}
                titleOf={titleOf}
              />
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      <div className={classes.more}>
        {props.addingError && !props.isAdding ? (
          <FailureMessage error={props.addingError} onRetry={props.showMore} />
        ) : (
          props.hasMore && (
            <Button
              size="small"
              variant="outlined"
              disabled={props.isAdding}
              aria-busy={props.isAdding}
              onClick={props.showMore}
            >
              {t('moves.more')}
            </Button>
          )
        )}
      </div>
    </>
  );
}
