import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import { Concern } from '../Concern';
import { LinkButton } from './LinkButton';
import { useCardStyles } from './styles';

export interface EvidenceFooterProps {
  evaluation: Evaluation;
  onEvidence: () => void;
  onWhy: () => void;
}

/** How rigorous the evidence is, and which of it is silent or stale. */
export function EvidenceFooter(props: EvidenceFooterProps) {
  const { evaluation, onEvidence, onWhy } = props;
  const card = useCardStyles();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { sources, collectors } = evaluation.evidence;
  const silent = sources.filter(item => item.state === 'silent');
  const stale = collectors.filter(item => item.state !== 'fresh');
  const heard = sources.length > 0 && silent.length === 0;

  const concerns: string[] = [];
  if (sources.length === 0) {
    concerns.push(t('evidence.noSource'));
  }
  if (silent.length > 0) {
    concerns.push(
      t('evidence.silent', {
        silent: String(silent.length),
        count: sources.length,
      }),
    );
  }
  if (stale.length > 0) {
    concerns.push(
      t('evidence.stale', {
        collectors: stale.map(item => item.collector).join(', '),
      }),
    );
  }

  return (
    <section className={card.section}>
      <div className={`${card.between} ${card.wrapping}`}>
        <LinkButton onClick={onEvidence}>
          {t('evidence.accountability', {
            score: format.share(evaluation.accountability.score),
          })}
        </LinkButton>
        <LinkButton onClick={onWhy}>{t('card.why')}</LinkButton>
      </div>
      <div className={card.muted}>
        {heard && t('evidence.heard')}
        {concerns.map(concern => (
          <Concern key={concern}>{concern}</Concern>
        ))}
      </div>
    </section>
  );
}
