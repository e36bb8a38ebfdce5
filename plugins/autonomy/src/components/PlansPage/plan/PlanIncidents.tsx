import type {
  Evaluation,
  RecordedPlan,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  useAutonomyWords,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { RecordLink } from '../../actions/shared';
import { useIncidents } from '../../actions/plans/useIncidents';
import { useDetailsStyles } from '../../AutonomyDetails';
import { EntityTabLink } from '../../EntityTabLink';
import { usePolicy } from '../../usePolicy';
import { planWorth } from './planWorth';

// As in the account that the figures are lines of.
const DIGITS = 3;

export interface PlanIncidentsProps {
  plan: RecordedPlan;
  /** Of its entity; absent before, or without, an answer. */
  evaluation?: Evaluation;
}

/** The incidents that the plan answers, what they cost by now, and what completing it is worth. */
export function PlanIncidents({ evaluation, plan }: PlanIncidentsProps) {
  const classes = useDetailsStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const known = useIncidents(plan.entityRef);
  if (plan.incidents.length === 0) {
    return <p className={classes.text}>{t('plan.noIncidents')}</p>;
  }
  return (
    <>
      <ul className={classes.list}>
        {plan.incidents.map(ref => {
          const incident = known.get(ref);
          return (
            <li key={ref}>
              <RecordLink url={incident?.url}>
                {incident ? `${incident.title} · ${incident.id}` : ref}
              </RecordLink>
            </li>
          );
        })}
      </ul>
      <p className={classes.text}>
        <EntityTabLink
          entityRef={plan.entityRef}
          title={t('plan.toTimeline')}
          topic="timeline"
        />
      </p>
      {evaluation && <PlanWorth plan={plan} evaluation={evaluation} />}
    </>
  );
}

function PlanWorth(props: { plan: RecordedPlan; evaluation: Evaluation }) {
  const { evaluation, plan } = props;
  const classes = useDetailsStyles();
  const format = useFormatters();
  const words = useAutonomyWords();
  const policy = usePolicy();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const losses = planWorth(plan, evaluation.trust);
  // The board completed it, or its criteria were met at its end.
  const completedAt = plan.state === 'completed' ? plan.endedAt : undefined;
  const isGivenUp = ['lapsed', 'lifted', 'withdrawn'].includes(plan.state);
  const learning = policy?.trust.learning;
  const rightOf = (area: string) =>
    evaluation.rights.find(right => right.area === area);
  return (
    <>
      <h3 className={classes.heading}>{t('plan.worth')}</h3>
      {learning && !isGivenUp && (
        <p className={classes.text}>
          {completedAt === undefined
            ? t('plan.worthOpen', {
                share: format.share(learning.actionsClosed),
                held: format.share(learning.planHeld),
                time: format.duration(learning.planHeldAfter),
              })
            : t('plan.worthCompleted', {
                share: format.share(learning.actionsClosed),
                held: format.share(learning.planHeld),
                date: format.date(completedAt + learning.planHeldAfter),
              })}
        </p>
      )}
      <ul className={classes.list}>
        {losses.map(({ area, incident, left, now, without }) => {
          const right = rightOf(area);
          return (
            <li key={`${area} ${incident.source} ${incident.incidentId}`}>
              {t('plan.loss', {
                incident: incident.incidentId,
                area: right?.title ?? area,
                now: format.fixed(now, DIGITS),
                without: format.fixed(without, DIGITS),
                left: format.share(left),
              })}{' '}
              {right &&
                t('plan.rightNow', { right: words.right(right.effective) })}
            </li>
          );
        })}
      </ul>
    </>
  );
}
