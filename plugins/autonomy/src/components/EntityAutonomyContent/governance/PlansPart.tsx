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
import { PagedResult } from '../../PagedResult';
import { PlanStateWords } from '../../PlansPage/PlanStateWords';
import { usePlanWords } from '../../PlansPage/usePlanWords';
import { useGovernancePaths } from '../../useGovernancePaths';
import { usePages } from '../../usePages';
import type { GovernancePartProps } from './GrantsPart';

/** The recalibration plans with what each bounds and what must be so at its end, and the way to draft one. */
export function PlansPart(props: GovernancePartProps) {
  const { evaluation, onChanged, rights } = props;
  const { entityRef } = evaluation.entity;
  const api = useApi(autonomyGovernanceApiRef);
  const classes = useDetailsStyles();
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
    <section aria-label={title}>
      <h3 className={classes.heading}>{title}</h3>
      <PagedResult
        pages={pages}
        loading={t('plans.loading')}
        more={t('governanceList.moreOf', { title })}
        empty={<p className={classes.text}>{t('plans.none')}</p>}
      >
        {items => (
          <ul className={classes.list}>
            {items.map(plan => (
              <PlanRow
                key={plan.id}
                plan={plan}
                evaluation={evaluation}
                onDone={done}
              />
            ))}
          </ul>
        )}
      </PagedResult>
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
    </section>
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
