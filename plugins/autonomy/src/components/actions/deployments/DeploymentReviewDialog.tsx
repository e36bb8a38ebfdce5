import type { RecordedDeployment } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyApiRef,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import {
  ActionDialog,
  DateField,
  useActed,
  useMistakes,
  WordsField,
} from '../dialog';
import {
  dayOf,
  isDayWithin,
  isHttpUrl,
  lastInstantOf,
  RecordLink,
} from '../shared';

const LONGEST_URL = 2_000;

export interface DeploymentReviewDialogProps {
  deployment: RecordedDeployment;
  onClose: () => void;
  onDone: () => void;
}

/** Says when a deployment was reviewed, and where that is written down. */
export function DeploymentReviewDialog(props: DeploymentReviewDialogProps) {
  const { deployment, onClose, onDone } = props;
  const { finishedAt, id, reviewDueAt, reviewState, version } = deployment;
  const api = useApi(autonomyApiRef);
  const acted = useActed();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [now] = useState(Date.now);
  const [completed, setCompleted] = useState(dayOf(now));
  const [typed, setUrl] = useState('');
  const url = typed.trim();
  const mistakes = useMistakes({
    completed: isDayWithin(completed, dayOf(finishedAt), dayOf(now))
      ? undefined
      : t('deploymentReview.dayMistake', { date: format.date(finishedAt) }),
    url: url === '' || isHttpUrl(url) ? undefined : t('actionField.url'),
  });

  async function record() {
    await api.reviewDeployment(
      { id, source: deployment.source },
      {
        completedAt: lastInstantOf(completed, now),
        url: url || undefined,
      },
    );
    acted(
      'review-deployment',
      deployment.entityRef,
      t('deploymentReview.done'),
    );
    onDone();
  }
  return (
    <ActionDialog
      title={t('deploymentReview.title')}
      submit={t('deploymentReview.submit')}
      onSubmit={() => (mistakes.pass() ? record() : undefined)}
      onClose={onClose}
    >
      <div>
        <Typography variant="body1" component="h3" style={{ fontWeight: 600 }}>
          <RecordLink url={deployment.url}>{version ?? id}</RecordLink>
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {format.dateTime(finishedAt)}
        </Typography>
        <Typography variant="body2" style={{ marginTop: 8 }}>
          {t('deploymentReview.meaning')}
        </Typography>
        {reviewDueAt !== undefined && (
          <Typography variant="body2">
            {reviewState === 'overdue'
              ? t('deploymentReview.overdue', {
                  date: format.date(reviewDueAt),
                })
              : t('deploymentReview.due', { date: format.date(reviewDueAt) })}
          </Typography>
        )}
      </div>
      <DateField
        label={t('deploymentReview.completed')}
        value={completed}
        onChange={setCompleted}
        first={dayOf(finishedAt)}
        last={dayOf(now)}
        required
        mistake={mistakes.shown.completed}
      />
      <WordsField
        label={t('deploymentReview.url')}
        type="url"
        value={typed}
        onChange={setUrl}
        longest={LONGEST_URL}
        mistake={mistakes.shown.url}
      />
    </ActionDialog>
  );
}
