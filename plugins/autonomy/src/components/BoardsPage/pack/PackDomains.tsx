import type { ReviewPack } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { autonomyTranslationRef } from '../../../translation';
import { useDebtWords } from '../debt/useDebtWords';
import { useTableStyles } from '../../ScorecardsPage/useTableStyles';
import { nameOf } from '../words';

const LEVELS = [1, 2, 3, 4] as const;

/** How the domains of a board stood. */
export function PackDomains({ domains }: Pick<ReviewPack, 'domains'>) {
  const classes = useTableStyles();
  const format = useFormatters();
  const debtWords = useDebtWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const columns = [
    t('reviewPack.domain'),
    t('reviewPack.objective'),
    t('reviewPack.entities'),
    t('reviewPack.levels'),
    t('reviewPack.breached'),
    t('reviewPack.mismatches'),
    t('reviewPack.debt'),
  ];
  return (
    <TableContainer>
      <Table
        size="small"
        className={classes.table}
        aria-label={t('reviewPack.domains')}
      >
        <TableHead>
          <TableRow>
            {columns.map(column => (
              <TableCell key={column}>{column}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {domains.map(domain => {
            const { deficit, domainRef, objective, surplus, title } = domain;
            return (
              <TableRow key={domainRef ?? ''}>
                <TableCell
                  component="th"
                  scope="row"
                  role="rowheader"
                  className={classes.name}
                >
                  {title ??
                    (domainRef ? nameOf(domainRef) : t('boards.noDomain'))}
                </TableCell>
                <TableCell className={classes.name}>
                  {objective ?? t('reviewPack.noObjective')}
                </TableCell>
                <TableCell>{format.number(domain.entities)}</TableCell>
                <TableCell className={classes.figure}>
                  {LEVELS.map(level =>
                    format.number(domain.levels[level]),
                  ).join(' / ')}
                </TableCell>
                <TableCell>{format.number(domain.breached)}</TableCell>
                <TableCell className={classes.figure}>
                  {[surplus, deficit]
                    .map(value => format.number(value))
                    .join(' / ')}
                </TableCell>
                <TableCell>{debtWords(domain.debt)}</TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
