import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    table: {
      '& td, & th': {
        padding: theme.spacing(0.75, 1),
        verticalAlign: 'top',
        overflowWrap: 'anywhere',
        lineHeight: 1.35,
      },
    },
  }),
  { name: 'AutonomyHealthTable' },
);

export interface HealthTableProps {
  label: string;
  columns: string[];
  rows: { id: string; cells: ReactNode[] }[];
}

/** A small table; the id of a row is its head. */
export function HealthTable({ label, columns, rows }: HealthTableProps) {
  const classes = useStyles();
  return (
    <TableContainer>
      <Table size="small" className={classes.table} aria-label={label}>
        <TableHead>
          <TableRow>
            {columns.map(column => (
              <TableCell key={column}>{column}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ id, cells }) => (
            <TableRow key={id}>
              <TableCell component="th" scope="row" role="rowheader">
                {id}
              </TableCell>
              {cells.map((cell, index) => (
                <TableCell key={columns[index + 1]}>{cell}</TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
