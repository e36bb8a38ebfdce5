import type {
  Evaluation,
  PlanResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  useAutonomyWords,
  useFormatters,
  useToneStyles,
  type Tone,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RiCheckLine,
  RiDraftLine,
  RiErrorWarningLine,
  RiSubtractLine,
  RiTimeLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import { autonomyTranslationRef } from '../../translation';
import { StateLine } from './StateLine';
import { checkTitle } from './checkTitle';
import { useDetailsStyles } from './styles';

const LOOK: Record<
  PlanResult['state'],
  { Icon: RemixiconComponentType; tone: Tone }
> = {
  active: { Icon: RiTimeLine, tone: 'attention' },
  planned: { Icon: RiTimeLine, tone: 'neutral' },
  draft: { Icon: RiDraftLine, tone: 'neutral' },
  completed: { Icon: RiCheckLine, tone: 'good' },
  lifted: { Icon: RiSubtractLine, tone: 'neutral' },
  lapsed: { Icon: RiErrorWarningLine, tone: 'attention' },
};

/** The recalibration plans: what each bounds, until when, and what must be so at its end. */
export function PlanDetails(evaluation: Evaluation) {
  const classes = useDetailsStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <>
      <h3 className={classes.heading}>{t('planDetails.heading')}</h3>
      <p className={classes.text}>{t('planDetails.meaning')}</p>
      <ul className={classes.list}>
        {evaluation.plans.map(plan => (
          <PlanLine key={plan.id} plan={plan} evaluation={evaluation} />
        ))}
      </ul>
    </>
  );
}

function PlanLine(props: { plan: PlanResult; evaluation: Evaluation }) {
  const { plan, evaluation } = props;
  const { state, approach, cap, startsAt, endsAt, criteria } = plan;
  const classes = useDetailsStyles();
  const tones = useToneStyles();
  const words = useAutonomyWords();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { Icon, tone } = LOOK[state];
  const areas = plan.areas
    .map(id => evaluation.rights.find(item => item.area === id)?.title ?? id)
    .join(', ');
  return (
    <li className={classes.line}>
      <Icon size={18} className={tones[tone]} aria-hidden />
      <div>
        <div className={classes.title}>
          <span>{plan.title}</span>
          <span className={tones[tone]}>
            {t(`planDetails.states.${state}`)}
          </span>
        </div>
        <div className={classes.muted}>
          {t(`planDetails.approaches.${approach}`)}
          {' · '}
          {cap
            ? t('planDetails.cap', { areas, right: words.right(cap) })
            : t('planDetails.noCap', { areas })}
        </div>
        <div className={classes.muted}>
          {t('planDetails.time', {
            start: format.date(startsAt),
            end: format.date(endsAt),
          })}
        </div>
        {criteria.length > 0 && (
          <>
            <div className={classes.muted}>{t('planDetails.criteria')}</div>
            <ul className={`${classes.list} ${classes.nested}`}>
              {criteria.map(({ checkId, met }) => (
                <StateLine
                  key={checkId}
                  state={met ? 'pass' : 'fail'}
                  title={checkTitle(evaluation, checkId)}
                />
              ))}
            </ul>
          </>
        )}
      </div>
    </li>
  );
}
