import type { RecordedPlan } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useEntityAutonomy } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import { PlanActions } from '../../actions/plans';
import { EntityTabLink } from '../../EntityTabLink';
import { PageSection } from '../../PageSection';
import { useGovernancePaths } from '../../useGovernancePaths';
import { PlanStateWords } from '../PlanStateWords';
import { PlanAdvice } from './PlanAdvice';
import { PlanCriteria } from './PlanCriteria';
import { PlanFacts } from './PlanFacts';
import { PlanIncidents } from './PlanIncidents';
import { PlanSignatures } from './PlanSignatures';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
    header: {
      display: 'grid',
      gap: theme.spacing(1),
      minWidth: 0,
      padding: theme.spacing(2),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'AutonomyPlanView' },
);

export interface PlanViewProps {
  plan: RecordedPlan;
  /** Something was done, or somebody else was quicker. */
  onChanged: () => void;
}

/** One plan: why, what it bounds, what must be so at its end, who signed, and what it was worth. */
export function PlanView({ onChanged, plan }: PlanViewProps) {
  const classes = useStyles();
  const paths = useGovernancePaths();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { evaluation, retry } = useEntityAutonomy(plan.entityRef);
  return (
    <div className={classes.root}>
      <Paper className={classes.header} variant="outlined">
        <Link to={paths.plans}>{t('plan.back')}</Link>
        <Typography variant="h5" component="h2">
          {plan.title}
        </Typography>
        <Typography variant="body2" component="div">
          <PlanStateWords state={plan.state} />
          {' · '}
          <EntityTabLink entityRef={plan.entityRef} topic="plans" />
        </Typography>
        <PlanActions
          plan={plan}
          evaluation={evaluation}
          onDone={() => {
            onChanged();
            retry();
          }}
        />
      </Paper>
      <PageSection title={t('plan.what')}>
        <PlanFacts plan={plan} />
        <PlanAdvice plan={plan} />
      </PageSection>
      <PageSection title={t('planForm.criteria')}>
        <PlanCriteria plan={plan} />
      </PageSection>
      <PageSection title={t('plan.signatures')}>
        <PlanSignatures plan={plan} />
      </PageSection>
      <PageSection title={t('planForm.incidents')}>
        <PlanIncidents plan={plan} evaluation={evaluation} />
      </PageSection>
    </div>
  );
}
