import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { useGovernanceRights } from '../../actions/rights';
import { TopicCard } from '../TopicCard';
import type { TabTarget } from '../useTabAddress';
import { AuditsPart } from './AuditsPart';
import { DecisionsPart } from './DecisionsPart';
import { GrantsPart } from './GrantsPart';
import { PlansPart } from './PlansPart';

export interface GovernanceCardsProps {
  evaluation: Evaluation;
  target?: TabTarget;
  onChanged: () => void;
}

/** What bounds and lifts rights by decision, and what boards decide about the entity. */
export function GovernanceCards(props: GovernanceCardsProps) {
  const { evaluation, onChanged, target } = props;
  const { entity, evaluatedAt } = evaluation;
  const { t } = useTranslationRef(autonomyTranslationRef);
  const rights = useGovernanceRights(entity);
  const part = { evaluation, rights, onChanged };
  return (
    <>
      <TopicCard
        topic="plans"
        target={target}
        title={t('governanceTab.plansAndGrants')}
      >
        <PlansPart {...part} />
        <GrantsPart {...part} />
      </TopicCard>
      <TopicCard
        topic="decisions"
        target={target}
        title={t('governanceTab.decisions')}
      >
        <DecisionsPart entityRef={entity.entityRef} evaluatedAt={evaluatedAt} />
        <AuditsPart {...part} />
      </TopicCard>
    </>
  );
}
