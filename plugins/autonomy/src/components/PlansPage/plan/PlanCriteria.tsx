import type { RecordedPlan } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { useDetailsStyles } from '../../AutonomyDetails';
import { StateLine } from '../../AutonomyDetails/StateLine';
import { usePlanWords } from '../usePlanWords';

/** What must be so at the end, and how far it is. */
export function PlanCriteria({ plan }: { plan: RecordedPlan }) {
  const classes = useDetailsStyles();
  const words = usePlanWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (plan.criteria.length === 0) {
    return <p className={classes.text}>{t('plan.noCriteria')}</p>;
  }
  return (
    <>
      <p className={classes.text}>{words.progress(plan)}</p>
      <ul className={classes.list}>
        {plan.criteria.map(({ checkId, met, title }) => (
          <StateLine
            key={checkId}
            state={met ? 'pass' : 'fail'}
            title={title}
          />
        ))}
      </ul>
    </>
  );
}
