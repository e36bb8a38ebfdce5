import type { RecordedPlan } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  useFormatters,
  useNow,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import { EntityTabLink } from '../../EntityTabLink';
import { useBoardStyles } from '../styles';
import { useBoardPaths } from '../useBoardPaths';

/** Plans that end soon, and drafts. */
export function PlansDue({ plans }: { plans: RecordedPlan[] }) {
  const classes = useBoardStyles();
  const paths = useBoardPaths();
  const wordsOf = usePlanWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (plans.length === 0) {
    return <Typography variant="body2">{t('boardAgenda.noPlans')}</Typography>;
  }
  return (
    <ul className={classes.list}>
      {plans.map(plan => (
        <li key={plan.id}>
          <Link to={paths.plan(plan.id)}>{plan.title}</Link>
          {' · '}
          <EntityTabLink entityRef={plan.entityRef} topic="plans" />
          <Typography variant="body2" color="textSecondary">
            {wordsOf(plan).join(' · ')}
          </Typography>
        </li>
      ))}
    </ul>
  );
}

function usePlanWords(): (plan: RecordedPlan) => string[] {
  const format = useFormatters();
  const now = useNow();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return ({ criteria, endsAt, extendedTo, state, team }) => {
    if (state === 'draft') {
      return [t(team ? 'boardAgenda.planWaits' : 'boardAgenda.planTeam')];
    }
    const end = extendedTo ?? endsAt;
    return [
      t('boardAgenda.planEnds', {
        when: format.until(end, now),
        date: format.date(end),
      }),
      t('boardAgenda.planMet', {
        met: format.number(criteria.filter(({ met }) => met).length),
        all: format.number(criteria.length),
      }),
    ];
  };
}
