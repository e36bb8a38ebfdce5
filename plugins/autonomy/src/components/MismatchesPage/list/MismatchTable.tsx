import type { Mismatch } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { autonomyTranslationRef } from '../../../translation';
import { useTableStyles } from '../../ScorecardsPage/useTableStyles';
import { MismatchRow } from './MismatchRow';

const COLUMNS = [
  'entity',
  'area',
  'today',
  'recommended',
  'difference',
  'trust',
  'tier',
  'priority',
] as const;

const FIGURES: ReadonlySet<string> = new Set(['trust', 'priority']);

export interface MismatchTableProps {
  items: Mismatch[];
  label: string;
  /** The items are about to be replaced. */
  busy: boolean;
}

/** Areas of entities with what is decided today and what is recommended. */
export function MismatchTable({ busy, items, label }: MismatchTableProps) {
  const classes = useTableStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <TableContainer>
      <Table
        size="small"
        className={classes.table}
        aria-label={label}
        aria-busy={busy}
      >
        <TableHead>
          <TableRow>
            {COLUMNS.map(column => (
              <TableCell
                key={column}
                align={FIGURES.has(column) ? 'right' : 'left'}
              >
                {t(`mismatches.column.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map(item => (
            <MismatchRow key={`${item.entityRef} ${item.area}`} item={item} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
