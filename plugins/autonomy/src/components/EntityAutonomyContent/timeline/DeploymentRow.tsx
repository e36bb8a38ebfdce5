import type {
  Evaluation,
  RecordedDeployment,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  useFormatters,
  type Tone,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { DeploymentActions } from '../../actions';
import { RecordLink } from '../../actions/shared';
import { TimelineRow } from './TimelineRow';

const TONES: Record<RecordedDeployment['status'], Tone> = {
  succeeded: 'good',
  failed: 'bad',
  'rolled-back': 'attention',
};

export interface DeploymentRowProps {
  deployment: RecordedDeployment;
  evaluation: Evaluation;
  onDone: () => void;
}

/** A deployment with how it went and whether it was reviewed. */
export function DeploymentRow(props: DeploymentRowProps) {
  const { deployment, evaluation } = props;
  const { area, finishedAt, id, incidentId, status, url, version } = deployment;
  const { reviewState, reviewDueAt } = deployment;
  const { t } = useTranslationRef(autonomyTranslationRef);
  const format = useFormatters();
  const right = evaluation.rights.find(item => item.area === area);
  const details = [
    t(`timeline.statuses.${status}`),
    right?.title ?? area,
    ...(incidentId ? [t('timeline.caused', { incident: incidentId })] : []),
  ];
  if (reviewState !== 'none-owed') {
    details.push(
      t(`timeline.reviews.${reviewState}`, {
        date: reviewDueAt === undefined ? '' : format.date(reviewDueAt),
      }),
    );
  }
  return (
    <TimelineRow
      kind="deployment"
      at={finishedAt}
      tone={TONES[status]}
      title={
        <RecordLink url={url}>
          {t('timeline.deployment', { version: version ?? id })}
        </RecordLink>
      }
      details={details}
    >
      <DeploymentActions {...props} />
    </TimelineRow>
  );
}
