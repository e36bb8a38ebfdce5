import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import { EvidenceConcerns } from '../EvidenceConcerns';
import { LinkButton } from '../LinkButton';
import { useCardStyles } from './styles';
import { useTabPath } from './useTabPath';

export interface EvidenceFooterProps {
  evaluation: Evaluation;
  onEvidence: () => void;
  onWhy: () => void;
}

/** How rigorous the evidence is, which of it is silent or stale, and the way to everything else. */
export function EvidenceFooter(props: EvidenceFooterProps) {
  const { evaluation, onEvidence, onWhy } = props;
  const card = useCardStyles();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const tabPath = useTabPath();
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
        <EvidenceConcerns {...evaluation.evidence} />
      </div>
      {tabPath && (
        <Link to={tabPath} variant="body2" className={card.everything}>
          {t('card.everything')}
        </Link>
      )}
    </section>
  );
}
