import type {
  AutonomyEntitySummary,
  EntitySortField,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { autonomyTranslationRef } from '../../translation';
import { EntityRow } from './EntityRow';
import type { ListQuery } from './listQuery';

const NUMBERS = new Set<EntitySortField>(['accountability']);

const COLUMNS = [
  'name',
  'level',
  'guardrailStatus',
  'readiness',
  'accountability',
  'tier',
  'owner',
  'domain',
  'surplus',
] as const satisfies readonly EntitySortField[];

const useStyles = makeStyles(
  theme => ({
    table: {
      '& td, & th': {
        verticalAlign: 'middle',
        wordBreak: 'normal',
        padding: theme.spacing(1),
        lineHeight: 1.3,
      },
      '& thead th': { whiteSpace: 'nowrap' },
      // A long name breaks anywhere; every other word keeps its column wide enough for itself.
      '& tbody th': { minWidth: 150, overflowWrap: 'anywhere' },
      '& tbody td:nth-child(2)': { minWidth: 168 },
      // Figures stand at the end of their column, so it needs a gap of its own.
      '& .MuiTableCell-alignRight': { paddingRight: theme.spacing(2.5) },
    },
    sort: {
      borderRadius: 2,
      '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    },
  }),
  { name: 'AutonomyEntitiesTable' },
);

export interface EntitiesTableProps {
  items: AutonomyEntitySummary[];
  query: ListQuery;
  /** The items are about to be replaced. */
  busy: boolean;
  onChange: (change: Partial<ListQuery>) => void;
}

/** The entities of one page; the server sorts when a heading is chosen. */
export function EntitiesTable(props: EntitiesTableProps) {
  const { items, query, busy, onChange } = props;
  const { orderBy = 'name', order = 'asc' } = query;
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <TableContainer>
      <Table
        size="small"
        className={classes.table}
        aria-label={t('overview.caption')}
        aria-busy={busy}
      >
        <TableHead>
          <TableRow>
            {COLUMNS.map(column => {
              const active = column === orderBy;
              return (
                <TableCell
                  key={column}
                  align={NUMBERS.has(column) ? 'right' : 'left'}
                  sortDirection={active ? order : false}
                >
                  <TableSortLabel
                    className={classes.sort}
                    hideSortIcon
                    active={active}
                    direction={active ? order : 'asc'}
                    onClick={() =>
                      onChange({
                        orderBy: column,
                        order: active && order === 'asc' ? 'desc' : 'asc',
                      })
                    }
                  >
                    {t(`column.${column}`)}
                  </TableSortLabel>
                </TableCell>
              );
            })}
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map(entity => (
            <EntityRow key={entity.entityRef} entity={entity} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
