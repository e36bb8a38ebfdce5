import type {
  Evaluation,
  RecordedDeployment,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import { DeploymentReviewDialog } from './deployments/DeploymentReviewDialog';
import { ActionButton, ActionRow } from './dialog';
import { useOwnerRights } from './rights';

export interface DeploymentActionsProps {
  deployment: RecordedDeployment;
  evaluation: Evaluation;
  /** Something was done that may change the deployment and the evaluation. */
  onDone: () => void;
}

/** The review that owners still owe for a deployment; nothing where none is owed, or not by the reader. */
export function DeploymentActions(props: DeploymentActionsProps) {
  const { reviewState } = props.deployment;
  return reviewState === 'due' || reviewState === 'overdue' ? (
    <OwedReview {...props} />
  ) : null;
}

function OwedReview(props: DeploymentActionsProps) {
  const { deployment, evaluation, onDone } = props;
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { mayAttest } = useOwnerRights(evaluation);
  if (!mayAttest) return null;
  return (
    <ActionRow>
      <ActionButton
        label={t('deploymentReview.label')}
        name={t('deploymentReview.name', {
          deployment: deployment.version ?? deployment.id,
        })}
        dialog={close => (
          <DeploymentReviewDialog
            deployment={deployment}
            onClose={close}
            onDone={onDone}
          />
        )}
      />
    </ActionRow>
  );
}
