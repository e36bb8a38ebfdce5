import type { AuditLogEntry } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { autonomyTranslationRef } from '../../../translation';
import { EntityName } from '../../actions/shared';
import { EntityTabLink } from '../../EntityTabLink';
import { useTableStyles } from '../../ScorecardsPage/useTableStyles';
import { detailLines } from './detailLines';
import { useActionWords } from './useActionWords';

/** Entries of a log, each with what was written down of it. */
export function LogTable({ entries }: { entries: AuditLogEntry[] }) {
  const classes = useTableStyles();
  const format = useFormatters();
  const actionWords = useActionWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const columns = [
    t('boardLog.number'),
    t('boardLog.at'),
    t('boardLog.who'),
    t('boardLog.what'),
    t('boardLog.entity'),
    t('boardLog.details'),
  ];
  return (
    <TableContainer>
      <Table
        size="small"
        className={classes.table}
        aria-label={t('boardLog.title')}
      >
        <TableHead>
          <TableRow>
            {columns.map(column => (
              <TableCell key={column}>{column}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {entries.map(entry => {
            const { action, actorRef, at, entityRef } = entry;
            return (
              <TableRow key={entry.sequence}>
                <TableCell component="th" scope="row" role="rowheader">
                  {format.number(entry.sequence)}
                </TableCell>
                <TableCell className={classes.figure}>
                  {format.dateTime(at)}
                </TableCell>
                <TableCell className={classes.name}>
                  <EntityName entityRef={actorRef} />
                </TableCell>
                <TableCell>{actionWords(action)}</TableCell>
                <TableCell className={classes.name}>
                  {entityRef && <EntityTabLink entityRef={entityRef} />}
                </TableCell>
                <TableCell className={classes.name}>
                  {detailLines(entry).map(([name, text]) => (
                    <div key={name}>
                      <code>{name}</code>: {text}
                    </div>
                  ))}
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
