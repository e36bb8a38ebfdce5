import type {
  AuditAction,
  Evaluation,
  RecordedAudit,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../../../translation';
import { ActionButton } from '../../../actions/dialog';
import { GrantDialog } from '../../../actions/grants';
import { NewPlanDialog } from '../../../actions/plans';
import { useGovernanceRights } from '../../../actions/rights';
import { EntityTabLink } from '../../../EntityTabLink';
import { useAreaTitles } from '../../../eventWords/useAreaTitles';
import { useGovernancePaths } from '../../../useGovernancePaths';

const useStyles = makeStyles(
  theme => ({
    heading: {
      ...theme.typography.body2,
      fontWeight: 600,
      margin: theme.spacing(2, 0, 0.5),
    },
    list: {
      ...theme.typography.body2,
      margin: 0,
      paddingLeft: theme.spacing(2.5),
    },
    muted: { color: theme.palette.text.secondary },
  }),
  { name: 'AutonomyResultActions' },
);

export interface ResultActionsProps {
  audit: RecordedAudit;
  evaluation?: Evaluation;
  onChanged: () => void;
}

/** What was agreed to be done, each with the way to do it or to what was made of it. */
export function ResultActions(props: ResultActionsProps) {
  const { audit, evaluation } = props;
  const classes = useStyles();
  const format = useFormatters();
  const titles = useAreaTitles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (audit.actions.length === 0) {
    return <p className={classes.heading}>{t('auditAction.none')}</p>;
  }
  return (
    <>
      <h3 className={classes.heading}>{t('auditAction.title')}</h3>
      <ul className={classes.list}>
        {audit.actions.map((action, index) => {
          const { area, dueAt, kind, title } = action;
          const facts = [
            t(`auditAction.kinds.${kind}`),
            ...(area ? [titles.get(area) ?? area] : []),
            ...(dueAt === undefined
              ? []
              : [t('auditAction.dueOn', { date: format.date(dueAt) })]),
          ];
          return (
            <li key={index}>
              {title}{' '}
              <span className={classes.muted}>({facts.join(' · ')})</span>{' '}
              {action.ref ? (
                <Made audit={audit} action={action} />
              ) : (
                evaluation && (
                  <Make {...props} evaluation={evaluation} action={action} />
                )
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** The way to the grant or plan that was made of an action. */
function Made({
  action,
  audit,
}: {
  action: AuditAction;
  audit: RecordedAudit;
}) {
  const paths = useGovernancePaths();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return action.kind === 'plan' ? (
    <Link to={paths.plan(action.ref!)}>{t('auditAction.toPlan')}</Link>
  ) : (
    <EntityTabLink
      entityRef={audit.entityRef}
      title={t('auditAction.toGrant')}
      topic="plans"
    />
  );
}

/** The dialog that makes a grant or a plan of an action, for those who may. */
function Make(
  props: ResultActionsProps & { action: AuditAction; evaluation: Evaluation },
) {
  const { action, audit, evaluation, onChanged } = props;
  const { area, kind, title } = action;
  const { t } = useTranslationRef(autonomyTranslationRef);
  const rights = useGovernanceRights(evaluation.entity);
  const common = {
    evaluation,
    reason: title,
    auditId: audit.id,
    onDone: onChanged,
  };
  if (kind === 'grant' && rights.mayPropose) {
    return (
      <ActionButton
        label={t('auditAction.makeGrant')}
        name={t('planAction.name', {
          label: t('auditAction.makeGrant'),
          title,
        })}
        dialog={close => (
          <GrantDialog
            {...common}
            as={rights}
            area={area}
            right={area ? audit.agreed?.[area] : undefined}
            trial
            onClose={close}
          />
        )}
      />
    );
  }
  if (kind === 'plan' && rights.mayPlan) {
    return (
      <ActionButton
        label={t('auditAction.makePlan')}
        name={t('planAction.name', { label: t('auditAction.makePlan'), title })}
        dialog={close => (
          <NewPlanDialog
            {...common}
            areas={area ? [area] : []}
            onClose={close}
          />
        )}
      />
    );
  }
  return null;
}
