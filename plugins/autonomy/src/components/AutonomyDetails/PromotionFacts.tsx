import type { LevelStep } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  useFormatters,
  useNow,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import { useDetailsStyles } from './styles';

/** Since when a level is held, how long it must be, and who promotes then. */
export function PromotionFacts({ step }: { step: LevelStep }) {
  const { heldSince, sustainedAt, sustainedFor } = step;
  const { promotion, proposal, reopensAt } = step;
  const classes = useDetailsStyles();
  const format = useFormatters();
  const now = useNow();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const facts: [label: string, value: string][] = [
    [
      t('levelDetails.held'),
      heldSince === undefined
        ? t('levelDetails.notHeld')
        : t('levelDetails.heldSince', { date: format.date(heldSince) }),
    ],
  ];
  if (sustainedFor !== undefined) {
    const duration = format.duration(sustainedFor);
    facts.push([
      t('levelDetails.sustained'),
      sustainedAt === undefined
        ? t('levelDetails.sustainedFor', { duration })
        : t(
            sustainedAt > now
              ? 'levelDetails.sustainedAt'
              : 'levelDetails.sustainedSince',
            { duration, date: format.date(sustainedAt) },
          ),
    ]);
  }
  if (promotion) {
    facts.push([
      t('levelDetails.promotion'),
      t(`levelDetails.promotions.${promotion}`),
    ]);
  }
  if (proposal) {
    const date = format.date(proposal.rejectedAt ?? proposal.openedAt);
    facts.push([
      t('levelDetails.proposal'),
      reopensAt === undefined
        ? t(`levelDetails.proposals.${proposal.state}`, { date })
        : t('levelDetails.proposals.reopens', {
            date,
            again: format.date(reopensAt),
          }),
    ]);
  }
  return (
    <dl className={`${classes.pairs} ${classes.facts}`}>
      {facts.map(([label, value]) => (
        <div key={label} className={classes.pair}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
