import type {
  Evaluation,
  RecordedIncident,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../translation';
import { ActionButton, ActionRow } from './dialog';
import { BypassAction } from './incidents/BypassAction';
import { DisputeDialog } from './incidents/DisputeDialog';
import { PendingProposals } from './incidents/PendingProposals';
import { ReviewDialog } from './incidents/ReviewDialog';
import { useIncidentRights } from './rights';

const useStyles = makeStyles(
  theme => ({
    buttons: {
      display: 'flex',
      flexWrap: 'wrap',
      columnGap: theme.spacing(2),
    },
  }),
  { name: 'AutonomyIncidentActions' },
);

export interface IncidentActionsProps {
  incident: RecordedIncident;
  evaluation: Evaluation;
  /** Something was done that may change the incident and the evaluation. */
  onDone: () => void;
}

/** What is undecided about an incident, and what the reader may do; nothing where there is neither. */
export function IncidentActions(props: IncidentActionsProps) {
  const { evaluation, incident, onDone } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { decides, mayChange } = useIncidentRights(incident, evaluation);
  const isBypass = incident.class === 'bypass';
  if (!mayChange && !isBypass && incident.proposals.length === 0) return null;
  const about = { incident: `${incident.title} · ${incident.id}` };
  const reviewLabel = incident.review
    ? t('incidentReview.change')
    : t('incidentReview.label');
  const common = { decides, evaluation, incident, onDone };
  return (
    <ActionRow>
      <PendingProposals
        proposals={incident.proposals}
        evaluation={evaluation}
      />
      {isBypass && (
        <BypassAction
          incident={incident}
          decides={decides}
          mayAsk={mayChange}
        />
      )}
      {mayChange && (
        <div className={classes.buttons}>
          <ActionButton
            label={reviewLabel}
            name={t('incidentReview.name', { ...about, label: reviewLabel })}
            dialog={close => <ReviewDialog {...common} onClose={close} />}
          />
          <ActionButton
            label={t('incidentDispute.label')}
            name={t('incidentDispute.name', about)}
            dialog={close => <DisputeDialog {...common} onClose={close} />}
          />
        </div>
      )}
    </ActionRow>
  );
}
