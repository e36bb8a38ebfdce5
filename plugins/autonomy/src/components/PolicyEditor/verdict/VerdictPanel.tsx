import type { PolicyDocumentIssue } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useToneStyles } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { RiCheckLine } from '@remixicon/react';
import { autonomyTranslationRef } from '../../../translation';
import { PolicyChanges } from '../../PolicyChanges';
import { FailureMessage } from '../../StateMessage';
import { PageSection } from '../../PageSection';
import { IssueList } from './IssueList';
import type { CurrentVerdict } from './useVerdict';

const useStyles = makeStyles(
  theme => ({
    part: { fontWeight: 600, margin: theme.spacing(1.5, 0, 0.5) },
  }),
  { name: 'AutonomyVerdictPanel' },
);

export interface VerdictPanelProps extends CurrentVerdict {
  /** Takes the reader to where an issue stands. */
  onGo: (issue: PolicyDocumentIssue) => void;
}

/** Whether the text can be published, and what it would change. */
export function VerdictPanel(props: VerdictPanelProps) {
  const { error, isCurrent, onGo, retry, verdict } = props;
  const { changes, issues, warnings } = verdict;
  const classes = useStyles();
  const tones = useToneStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (error) {
    return (
      <PageSection title={t('verdict.title')}>
        <FailureMessage error={error} onRetry={retry} />
      </PageSection>
    );
  }
  return (
    <PageSection title={t('verdict.title')}>
      <Typography variant="body2" role="status">
        {!isCurrent && t('verdict.checking')}
        {isCurrent &&
          issues.length > 0 &&
          t('verdict.issues', { count: issues.length })}
        {isCurrent && issues.length === 0 && (
          <span className={tones.good}>
            <RiCheckLine size={16} aria-hidden style={{ verticalAlign: -3 }} />{' '}
            {t('verdict.fine')}
          </span>
        )}
      </Typography>
      <IssueList
        label={t('verdict.issueList')}
        issues={issues}
        tone="bad"
        onGo={onGo}
      />
      <IssueList
        label={t('verdict.warningList')}
        issues={warnings}
        tone="attention"
        onGo={onGo}
      />
      {issues.length === 0 && (
        <>
          <Typography variant="body2" component="h4" className={classes.part}>
            {t('verdict.changes')}
          </Typography>
          <PolicyChanges changes={changes} />
        </>
      )}
    </PageSection>
  );
}
