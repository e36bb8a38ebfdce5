import type { RecordedPlan } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  useFormatters,
  useNow,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ReactNode } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { EntityName } from '../../actions/shared';
import { useDetailsStyles } from '../../AutonomyDetails';
import { useGovernancePaths } from '../../useGovernancePaths';
import { usePlanWords } from '../usePlanWords';

/** Approach, areas, cap, times, support, and what became of it. */
export function PlanFacts({ plan }: { plan: RecordedPlan }) {
  const { approach, auditId, changeProposalId, endedAt, endReason } = plan;
  const classes = useDetailsStyles();
  const format = useFormatters();
  const now = useNow();
  const paths = useGovernancePaths();
  const words = usePlanWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const isRunning = plan.state === 'active' || plan.state === 'planned';
  const facts: [name: string, value: ReactNode][] = [
    [t('planForm.approach'), t(`planDetails.approaches.${approach}`)],
    [t('plan.why'), plan.reason],
    [t('plans.column.bounds'), words.cap(plan)],
    [
      t('plans.column.time'),
      isRunning
        ? t('plan.timeLeft', {
            time: words.time(plan),
            when: format.until(words.endOf(plan), now),
          })
        : words.time(plan),
    ],
    [t('planForm.review'), format.date(plan.reviewAt)],
  ];
  if (plan.extendedTo !== undefined) {
    facts.push([
      t('plan.extended'),
      t('plan.extendedText', {
        date: format.date(plan.extendedAt ?? plan.endsAt),
        end: format.date(plan.extendedTo),
      }),
    ]);
  }
  if (plan.supportedBy) {
    facts.push([
      t('planForm.support'),
      <EntityName key="support" entityRef={plan.supportedBy} />,
    ]);
  }
  facts.push([
    t('plan.opened'),
    t('plan.openedText', {
      who: <EntityName entityRef={plan.openedBy} />,
      date: format.date(plan.openedAt),
    }),
  ]);
  if (auditId) {
    facts.push([
      t('plan.audit'),
      <Link key="audit" to={paths.audit(auditId)}>
        {t('plan.toAudit')}
      </Link>,
    ]);
  }
  if (changeProposalId) {
    facts.push([
      t('plan.change'),
      <Link key="change" to={paths.proposal(changeProposalId)}>
        {t('plan.toChange')}
      </Link>,
    ]);
  }
  if (endedAt !== undefined) {
    const date = format.date(endedAt);
    facts.push([
      t('plan.ended'),
      endReason ? t('plan.endedBecause', { date, reason: endReason }) : date,
    ]);
  }
  return (
    <dl className={classes.pairs}>
      {facts.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
