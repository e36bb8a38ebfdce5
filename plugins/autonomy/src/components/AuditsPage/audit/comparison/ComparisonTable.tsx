import type {
  AuditComparison,
  DecisionRight,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  useAutonomyWords,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import type { ReactNode } from 'react';
import { autonomyTranslationRef } from '../../../../translation';
import { useTableStyles } from '../../../ScorecardsPage/useTableStyles';
import { useAuditWords } from '../../useAuditWords';

const COLUMNS = [
  'area',
  'team',
  'board',
  'granted',
  'recommended',
  'difference',
  'priority',
] as const;

export interface ComparisonTableProps {
  /** By priority. */
  comparison: AuditComparison[];
  /** What both agree on in an area; a column of its own where it is given. */
  agreedIn?: (item: AuditComparison) => ReactNode;
}

/** What team and board said beside what is granted and recommended, the most urgent first. */
export function ComparisonTable(props: ComparisonTableProps) {
  const { agreedIn, comparison } = props;
  const classes = useTableStyles();
  const format = useFormatters();
  const words = useAutonomyWords();
  const auditWords = useAuditWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const word = (right: DecisionRight | undefined) =>
    right === undefined ? t('audit.notGranted') : words.right(right);
  return (
    <TableContainer>
      <Table
        size="small"
        className={classes.table}
        aria-label={t('audit.comparison')}
      >
        <TableHead>
          <TableRow>
            {COLUMNS.map(column => (
              <TableCell
                key={column}
                align={column === 'priority' ? 'right' : 'left'}
              >
                {t(`audit.column.${column}`)}
              </TableCell>
            ))}
            {agreedIn && <TableCell>{t('audit.column.agreed')}</TableCell>}
          </TableRow>
        </TableHead>
        <TableBody>
          {comparison.map(item => (
            <TableRow key={item.area}>
              <TableCell component="th" scope="row" role="rowheader">
                {item.title}
              </TableCell>
              <TableCell>{words.right(item.team)}</TableCell>
              <TableCell>{words.right(item.board)}</TableCell>
              <TableCell>{word(item.granted)}</TableCell>
              <TableCell>{words.right(item.recommended)}</TableCell>
              <TableCell>{auditWords.difference(item)}</TableCell>
              <TableCell align="right">
                {format.number(item.priority, 2)}
              </TableCell>
              {agreedIn && <TableCell>{agreedIn(item)}</TableCell>}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
