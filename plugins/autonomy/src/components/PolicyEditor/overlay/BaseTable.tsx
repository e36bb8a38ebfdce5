import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import type { ReactNode } from 'react';
import { autonomyTranslationRef } from '../../../translation';

const useStyles = makeStyles(
  theme => ({
    table: {
      '& td, & th': {
        padding: theme.spacing(0.75, 1),
        verticalAlign: 'top',
        overflowWrap: 'break-word',
      },
    },
    here: { minWidth: 180 },
  }),
  { name: 'AutonomyBaseTable' },
);

export interface BaseTableProps {
  label: string;
  rows: { id: string; field: string; base: string; here: ReactNode }[];
}

/** What holds everywhere beside what is to hold here. */
export function BaseTable({ label, rows }: BaseTableProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <TableContainer>
      <Table size="small" className={classes.table} aria-label={label}>
        <TableHead>
          <TableRow>
            <TableCell>{t('overlayForm.field')}</TableCell>
            <TableCell>{t('overlayForm.base')}</TableCell>
            <TableCell>{t('overlayForm.here')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ base, field, here, id }) => (
            <TableRow key={id}>
              <TableCell component="th" scope="row" role="rowheader">
                {field}
              </TableCell>
              <TableCell>{base}</TableCell>
              <TableCell className={classes.here}>{here}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
