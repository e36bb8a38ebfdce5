import type { ExemptionDebt } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { autonomyTranslationRef } from '../../../translation';
import { EntityName } from '../../actions/shared';
import { Concern } from '../../Concern';
import { useTableStyles } from '../../ScorecardsPage/useTableStyles';
import { LimitBar } from './LimitBar';
import { useDebtWords } from './useDebtWords';

/** What is exempt in each domain, against what the policy allows. */
export function DebtTable({ debts }: { debts: ExemptionDebt[] }) {
  const classes = useTableStyles();
  const wordsOf = useDebtWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <TableContainer>
      <Table
        size="small"
        className={classes.table}
        aria-label={t('boardDebt.title')}
      >
        <TableHead>
          <TableRow>
            <TableCell>{t('boardDebt.domain')}</TableCell>
            <TableCell>{t('boardDebt.debt')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {debts.map(debt => {
            const { domainRef, limit, share } = debt;
            const words = wordsOf(debt);
            return (
              <TableRow key={domainRef ?? ''}>
                <TableCell
                  component="th"
                  scope="row"
                  role="rowheader"
                  className={classes.name}
                >
                  {domainRef ? (
                    <EntityName entityRef={domainRef} />
                  ) : (
                    t('boards.noDomain')
                  )}
                </TableCell>
                <TableCell>
                  {share !== undefined && (
                    <LimitBar share={share} limit={limit} label={words} />
                  )}
                  {words}
                  {share !== undefined &&
                    (share > limit ? (
                      <Concern>{t('boardDebt.exceeded')}</Concern>
                    ) : (
                      <div>{t('boardDebt.within')}</div>
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
