import type { RecordedPlan } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { EntityTabLink } from '../../EntityTabLink';
import { useBoardStyles } from '../styles';
import { useBoardPaths } from '../useBoardPaths';

/** Plans with how they stand, and when they end or ended. */
export function PackPlans({ plans }: { plans: RecordedPlan[] }) {
  const classes = useBoardStyles();
  const format = useFormatters();
  const paths = useBoardPaths();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <ul className={classes.list}>
      {plans.map(plan => {
        const { endedAt, endsAt, entityRef, extendedTo, id, state } = plan;
        return (
          <li key={id}>
            <EntityTabLink entityRef={entityRef} topic="plans" />
            {' · '}
            {t('reviewPack.line', {
              what: <Link to={paths.plan(id)}>{plan.title}</Link>,
              state: t(`reviewPack.planStates.${state}`),
              date: format.date(endedAt ?? extendedTo ?? endsAt),
            })}
          </li>
        );
      })}
    </ul>
  );
}
