import type { TrustResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { autonomyTranslationRef } from '../../translation';
import { RecordLink } from '../actions/shared';
import { cutLines } from './cutLines';
import { useDetailsStyles } from './styles';
import { useTrustLineWords } from './useTrustLineWords';

const DIGITS = 3;

export interface TrustTableProps {
  trust: TrustResult;
  /** Name of the area. */
  area: string;
}

/** The trust of one area as lines that add up as they are shown. */
export function TrustTable({ trust, area }: TrustTableProps) {
  const classes = useDetailsStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const format = useFormatters();
  const describe = useTrustLineWords();
  const amounts = cutLines(
    trust.lines.map(line => line.amount),
    DIGITS,
  );
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  return (
    <>
      {!trust.covered && <p className={classes.text}>{t('trust.uncovered')}</p>}
      <Table size="small" aria-label={t('trust.heading', { area })}>
        <TableBody>
          {trust.lines.map((line, index) => {
            const { text, detail, url } = describe(line);
            return (
              <TableRow key={index}>
                <TableCell component="th" scope="row" role="rowheader">
                  <RecordLink url={url}>{text}</RecordLink>
                  {detail && <div className={classes.muted}>{detail}</div>}
                </TableCell>
                <TableCell align="right" className={classes.number}>
                  {format.signed(amounts[index], DIGITS)}
                </TableCell>
              </TableRow>
            );
          })}
          <TableRow>
            <TableCell component="th" scope="row" role="rowheader">
              <strong>{t('trust.total')}</strong>
              <div className={classes.muted}>
                {t('trust.need', {
                  need: format.share(trust.need),
                  step: format.number(trust.need / 5),
                })}
              </div>
            </TableCell>
            <TableCell align="right" className={classes.number}>
              <strong>{format.fixed(total, DIGITS)}</strong>
            </TableCell>
          </TableRow>
        </TableBody>
      </Table>
    </>
  );
}
