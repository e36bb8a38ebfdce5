import type { PolicyDocumentIssue } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  useToneStyles,
  type Tone,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { RiAlertLine, RiErrorWarningLine } from '@remixicon/react';
import { autonomyTranslationRef } from '../../../translation';
import { LinkButton } from '../../LinkButton';

/** Issues that can be taken in at once. */
const MOST = 30;
/** How the refusal of a value begins that would loosen what the centre asks for. */
const LOOSENED = 'an overlay may only tighten';

const useStyles = makeStyles(
  theme => ({
    list: {
      ...theme.typography.body2,
      display: 'grid',
      gap: theme.spacing(0.75),
      margin: theme.spacing(1, 0, 0),
      padding: 0,
      listStyle: 'none',
      overflowWrap: 'anywhere',
    },
    why: { color: theme.palette.text.secondary },
  }),
  { name: 'AutonomyIssueList' },
);

export interface IssueListProps {
  label: string;
  issues: PolicyDocumentIssue[];
  tone: Extract<Tone, 'bad' | 'attention'>;
  onGo: (issue: PolicyDocumentIssue) => void;
}

/** Issues with the line that each stands on, which leads there. */
export function IssueList({ issues, label, onGo, tone }: IssueListProps) {
  const classes = useStyles();
  const tones = useToneStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (issues.length === 0) {
    return null;
  }
  const Icon = tone === 'bad' ? RiErrorWarningLine : RiAlertLine;
  return (
    <ul className={classes.list} aria-label={label}>
      {issues.slice(0, MOST).map((issue, index) => (
        <li key={index}>
          <span className={tones[tone]}>
            <Icon size={14} aria-hidden style={{ verticalAlign: -2 }} />
          </span>{' '}
          <Place issue={issue} onGo={onGo} />{' '}
          {issue.field && <code>{issue.field}</code>} {issue.message}
          {issue.message.startsWith(LOOSENED) && (
            <div className={classes.why}>{t('verdict.centreHolds')}</div>
          )}
        </li>
      ))}
      {issues.length > MOST && (
        <li>{t('verdict.more', { number: String(issues.length - MOST) })}</li>
      )}
    </ul>
  );
}

interface PlaceProps {
  issue: PolicyDocumentIssue;
  onGo: (issue: PolicyDocumentIssue) => void;
}

function Place({ issue, onGo }: PlaceProps) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const line = String(issue.line);
  if (issue.file !== undefined) {
    return <>{t('verdict.elsewhere', { file: issue.file })}</>;
  }
  return (
    <LinkButton
      aria-label={t('verdict.goTo', { line, message: issue.message })}
      onClick={() => onGo(issue)}
    >
      {t('verdict.line', { line })}
    </LinkButton>
  );
}
