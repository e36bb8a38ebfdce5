import type { PolicyDocumentKind } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { PageSection } from '../../PageSection';
import { FailureMessage } from '../../StateMessage';
import { InsightNotes } from '../InsightNotes';
import { useInsights } from '../useInsights';
import { VersionsTable } from '../versions/VersionsTable';
import { Waiting } from '../Waiting';
import { DocumentsTable } from './DocumentsTable';
import { ListActions } from './ListActions';
import { NewDrafts } from './NewDrafts';
import { SourceProblems } from './SourceProblems';
import { useDocuments } from './useDocuments';

const useStyles = makeStyles(
  theme => ({ root: { display: 'grid', gap: theme.spacing(2) } }),
  { name: 'AutonomyDocumentsPage' },
);

/** What the policy is made of, where each part comes from and how it fares, and what was published. */
export function DocumentsPage() {
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { value, error, loading, retry } = useDocuments();
  const insights = useInsights();
  if (error && !loading) {
    return <FailureMessage error={error} onRetry={retry} />;
  }
  if (!value) {
    return <Waiting label={t('scorecards.loading')} />;
  }
  const { documents, versions } = value;
  const sectionOf = (
    kind: PolicyDocumentKind,
    title: string,
    none: string,
    actions?: ReactNode,
  ) => (
    <PageSection title={title} actions={actions}>
      <DocumentsTable
        kind={kind}
        label={title}
        none={none}
        documents={documents.items.filter(item => item.kind === kind)}
        versions={versions}
        insights={insights.byCheck}
      />
    </PageSection>
  );
  return (
    <div className={classes.root}>
      <SourceProblems problems={documents.problems} />
      <InsightNotes {...insights} />
      {sectionOf(
        'scorecard',
        t('scorecards.scorecards'),
        t('scorecards.noScorecards'),
        <ListActions documents={documents.items} onDone={retry} />,
      )}
      {sectionOf(
        'overlay',
        t('scorecards.overlays'),
        t('scorecards.noOverlays'),
      )}
      {sectionOf('policy', t('scorecards.policy'), t('scorecards.noPolicy'))}
      <NewDrafts drafts={documents.newDrafts} />
      <PageSection title={t('policyVersions.all')}>
        <VersionsTable
          label={t('policyVersions.all')}
          versions={versions}
          documents={documents.items}
        />
      </PageSection>
    </div>
  );
}
