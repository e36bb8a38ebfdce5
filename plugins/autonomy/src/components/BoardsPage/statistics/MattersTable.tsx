import type { BoardStatistics } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { autonomyTranslationRef } from '../../../translation';
import { useTableStyles } from '../../ScorecardsPage/useTableStyles';

/** How much of each matter was approved. */
export function MattersTable(props: {
  matters: NonNullable<BoardStatistics['byMatter']>;
}) {
  const classes = useTableStyles();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <Table
      size="small"
      className={classes.table}
      aria-label={t('boardStatistics.byMatter')}
    >
      <TableHead>
        <TableRow>
          <TableCell>{t('boardStatistics.matter')}</TableCell>
          <TableCell>{t('boardStatistics.approved')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {props.matters.map(({ approved, decisions, matter }) => (
          <TableRow key={matter}>
            <TableCell component="th" scope="row" role="rowheader">
              {t(`boardMatter.${matter}`)}
            </TableCell>
            <TableCell>
              {t('boardStatistics.ofThem', {
                approved: format.number(approved),
                decisions: format.number(decisions),
              })}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
