import type { AccountabilityResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import { CheckLine } from './CheckLine';
import { cutPoints } from './cutLines';
import { FoldedLines } from './FoldedLines';
import { Points } from './Points';
import { useDetailsStyles } from './styles';

const DIGITS = 2;

/** Accountability as an account of its items; where a required one is open, with the ceiling. */
export function AccountabilityAccount(props: AccountabilityResult) {
  const { score, uncapped, ceiling, requiredMissing, items } = props;
  const classes = useDetailsStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const format = useFormatters();
  const account = cutPoints(
    items.map(({ check }) => check),
    DIGITS,
    ceiling,
  );
  const ceilingLine = {
    key: 'ceiling',
    held: false,
    line: (
      <li className={`${classes.line} ${classes.spread}`}>
        <span />
        <div>{t('evidenceDetails.ceilingLine')}</div>
        <div className={`${classes.muted} ${classes.number}`}>
          {format.signed(account.ceiling, DIGITS)}
        </div>
      </li>
    ),
  };
  return (
    <>
      <h3 className={classes.heading}>
        {t('evidenceDetails.accountability', { score: format.share(score) })}
      </h3>
      <p className={classes.text}>
        {t('evidenceDetails.meaning', { step: format.number(1 / 5) })}{' '}
        {ceiling < 0
          ? t('evidenceDetails.ceiling', {
              score: format.share(score),
              uncapped: format.share(uncapped),
            })
          : t('evidenceDetails.sum')}
      </p>
      <FoldedLines
        lines={[
          ...items.map(({ check, required }) => ({
            key: check.id,
            held: check.state === 'pass',
            line: (
              <CheckLine
                check={check}
                mark={
                  <Points account={account} check={check} digits={DIGITS} />
                }
              >
                {required ? t('check.required') : undefined}
              </CheckLine>
            ),
          })),
          ...(requiredMissing && ceiling < 0 ? [ceilingLine] : []),
        ]}
      />
    </>
  );
}
