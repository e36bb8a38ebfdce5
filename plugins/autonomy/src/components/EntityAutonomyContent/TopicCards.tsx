import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import {
  AccountabilityAccount,
  EvidenceList,
  GuardrailDetails,
  ReadinessDetails,
  TierDetails,
} from '../AutonomyDetails';
import { LadderCard } from './LadderCard';
import { TopicCard } from './TopicCard';
import type { TabTarget } from './useTabAddress';

export interface TopicCardsProps {
  evaluation: Evaluation;
  target?: TabTarget;
}

/** What is asked for, card by card: what is open is read first, what holds is folded. */
export function TopicCards({ evaluation, target }: TopicCardsProps) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <>
      <LadderCard evaluation={evaluation} target={target} />
      <TopicCard
        topic="guardrails"
        target={target}
        title={t('details.guardrails')}
      >
        <GuardrailDetails {...evaluation} />
      </TopicCard>
      <TopicCard
        topic="readiness"
        target={target}
        title={t('details.readiness')}
      >
        <ReadinessDetails {...evaluation} />
      </TopicCard>
      <TopicCard
        topic="accountability"
        target={target}
        title={t('tab.accountability')}
      >
        <AccountabilityAccount {...evaluation.accountability} />
      </TopicCard>
      <TopicCard topic="evidence" target={target} title={t('details.evidence')}>
        <EvidenceList {...evaluation} />
      </TopicCard>
      <TopicCard topic="tier" target={target} title={t('details.tier')}>
        <TierDetails {...evaluation.entity.tier} />
      </TopicCard>
    </>
  );
}
