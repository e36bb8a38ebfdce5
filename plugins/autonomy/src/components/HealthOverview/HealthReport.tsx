import type { AutonomyHealth } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../translation';
import { CollectorsTable } from './CollectorsTable';
import { EvaluationFacts } from './EvaluationFacts';
import { PageSection } from '../PageSection';
import { ProblemList } from './ProblemList';
import { problemsOf } from './problemsOf';
import { QuarantinedEntities } from './QuarantinedEntities';
import { SourcesTable } from './SourcesTable';
import { WorkFacts } from './WorkFacts';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2) },
    pair: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(320px, 1fr))',
      gap: theme.spacing(2),
    },
  }),
  { name: 'AutonomyHealthReport' },
);

export interface HealthReportProps {
  health: AutonomyHealth;
  /** When it was so, in UTC milliseconds. */
  at: number;
}

/** What is wrong first, then how everything stands. */
export function HealthReport({ health, at }: HealthReportProps) {
  const classes = useStyles();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { collectors, evaluation, incidentSources } = health;
  return (
    <div className={classes.root}>
      <PageSection title={t('health.problems')}>
        <ProblemList problems={problemsOf(health, at)} />
        <QuarantinedEntities quarantined={evaluation.quarantined} />
        <Typography variant="caption" color="textSecondary" component="p">
          {t('health.asOf', { time: format.dateTime(at) })}
        </Typography>
      </PageSection>
      <PageSection title={t('health.sources')}>
        <SourcesTable sources={incidentSources} />
      </PageSection>
      <PageSection title={t('health.collectors')}>
        <CollectorsTable collectors={collectors} />
      </PageSection>
      <div className={classes.pair}>
        <PageSection title={t('health.evaluation')}>
          <EvaluationFacts
            evaluation={evaluation}
            policyVersion={health.policyVersion}
          />
        </PageSection>
        <PageSection title={t('health.work')}>
          <WorkFacts health={health} />
        </PageSection>
      </div>
    </div>
  );
}
