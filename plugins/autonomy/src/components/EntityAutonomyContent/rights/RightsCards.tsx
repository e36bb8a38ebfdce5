import type {
  Evaluation,
  RightResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import {
  RightExplanation,
  TrustTable,
  useDetailsStyles,
} from '../../AutonomyDetails';
import { TopicCard } from '../TopicCard';
import type { TabAddress } from '../useTabAddress';
import { AreaChips } from './AreaChips';
import { DomainObjectiveNote } from './DomainObjectiveNote';
import { NextSteps } from './NextSteps';

export interface RightsCardsProps {
  evaluation: Evaluation;
  /** The one that is explained; absent where the policy has no areas. */
  right?: RightResult;
  address: TabAddress;
}

/** What the team may decide in each area and why, and the trust behind it. */
export function RightsCards({ evaluation, right, address }: RightsCardsProps) {
  const { entity, rights, trust, plans } = evaluation;
  const { target, setArea } = address;
  const classes = useDetailsStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const account = trust.find(item => item.area === right?.area);
  return (
    <>
      <TopicCard topic="rights" target={target} title={t('tab.rights')}>
        {entity.domainRef && (
          <DomainObjectiveNote domainRef={entity.domainRef} />
        )}
        <AreaChips rights={rights} area={right?.area} onChoose={setArea} />
        {right ? (
          <>
            <RightExplanation
              right={right}
              plans={plans}
              boardRef={entity.boardRef}
            />
            <NextSteps right={right} trust={account} address={address} />
          </>
        ) : (
          <p className={classes.text}>{t('tab.noAreas')}</p>
        )}
      </TopicCard>
      {right && account && (
        <TopicCard
          topic="trust"
          target={target}
          title={t('trust.heading', { area: right.title })}
        >
          <TrustTable trust={account} area={right.title} />
        </TopicCard>
      )}
    </>
  );
}
