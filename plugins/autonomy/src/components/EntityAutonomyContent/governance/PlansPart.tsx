import type { RecordedPlan } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyGovernanceApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { ActionButton } from '../../actions/dialog';
import { NewPlanDialog, PlanActions } from '../../actions/plans';
import { useDetailsStyles } from '../../AutonomyDetails';
import { StateLine } from '../../AutonomyDetails/StateLine';
import { PlanStateWords } from '../../PlansPage/PlanStateWords';
import { usePlanWords } from '../../PlansPage/usePlanWords';
import { useGovernancePaths } from '../../useGovernancePaths';
import { usePages } from '../../usePages';
import { GovernanceSection } from './GovernanceSection';
import type { GovernancePartProps } from './GrantsPart';

/** The recalibration plans with what each bounds and what must be so at its end, and the way to draft one. */
export function PlansPart(props: GovernancePartProps) {
  const { evaluation, onChanged, rights } = props;
  const { entityRef } = evaluation.entity;
  const api = useApi(autonomyGovernanceApiRef);
  const { t } = useTranslationRef(autonomyTranslationRef);
  const load = useCallback(
    (cursor?: string) => api.listPlans({ entity: [entityRef], cursor }),
    [api, entityRef],
  );
  const pages = usePages<RecordedPlan>(load);
  const title = t('planDetails.heading');
  function done() {
    pages.retry();
    onChanged();
  }
  return (
    <GovernanceSection
      title={title}
      pages={pages}
      loading={t('plans.loading')}
      none={t('plans.none')}
      row={plan => (
        <PlanRow
          key={plan.id}
          plan={plan}
          evaluation={evaluation}
          onDone={done}
        />
      )}
    >
      {rights.mayPlan && (
        <ActionButton
          label={t('plans.draft')}
          name={t('plans.draft')}
          dialog={close => (
            <NewPlanDialog
              evaluation={evaluation}
              onClose={close}
              onDone={done}
            />
          )}
        />
      )}
    </GovernanceSection>
  );
}

function PlanRow(props: {
  plan: RecordedPlan;
  evaluation: GovernancePartProps['evaluation'];
  onDone: () => void;
}) {
  const { evaluation, onDone, plan } = props;
  const classes = useDetailsStyles();
  const paths = useGovernancePaths();
  const words = usePlanWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const isOpen = ['draft', 'planned', 'active'].includes(plan.state);
  return (
    <li className={classes.line}>
      <span aria-hidden />
      <div>
        <div className={classes.title}>
          <Link to={paths.plan(plan.id)}>{plan.title}</Link>
          <PlanStateWords state={plan.state} />
        </div>
        <div className={classes.muted}>
          {t(`planDetails.approaches.${plan.approach}`)}
          {' · '}
          {words.cap(plan)}
        </div>
        <div className={classes.muted}>{words.time(plan)}</div>
        {isOpen && plan.criteria.length > 0 && (
          <>
            <div className={classes.muted}>{t('planDetails.criteria')}</div>
            <ul className={`${classes.list} ${classes.nested}`}>
              {plan.criteria.map(({ checkId, met, title }) => (
                <StateLine
                  key={checkId}
                  state={met ? 'pass' : 'fail'}
                  title={title}
                />
              ))}
            </ul>
          </>
        )}
        <PlanActions plan={plan} evaluation={evaluation} onDone={onDone} />
      </div>
    </li>
  );
}
