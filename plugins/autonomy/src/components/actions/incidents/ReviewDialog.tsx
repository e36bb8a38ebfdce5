import type {
  Evaluation,
  RecordedIncident,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { ActionDialog, DateField, useActed, useMistakes } from '../dialog';
import { IncidentIntroduction } from './IncidentIntroduction';
import { ReviewActions } from './ReviewActions';
import { draftOf, reviewDays, reviewOf } from './reviewDraft';
import { ReviewWorthNote } from './ReviewWorthNote';
import { useReviewMistakes } from './useReviewMistakes';

export interface ReviewDialogProps {
  incident: RecordedIncident;
  evaluation: Evaluation;
  /** What the reader says takes effect: they are of the board and gain nothing. */
  decides: boolean;
  onClose: () => void;
  onDone: () => void;
}

/** A blameless review with what it agreed on, and what it is worth. */
export function ReviewDialog(props: ReviewDialogProps) {
  const { decides, evaluation, incident, onClose, onDone } = props;
  const api = useApi(autonomyApiRef);
  const acted = useActed();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [now] = useState(Date.now);
  const [draft, setDraft] = useState(() => draftOf(incident, now));
  const days = reviewDays(incident, { decides, now });
  const found = useReviewMistakes({ days, decides, draft, incident });
  const mistakes = useMistakes(found.byField);
  const review = reviewOf(draft, { before: incident.review, decides, now });

  async function record() {
    await api.changeIncident(incident, { review });
    acted(
      'review-incident',
      evaluation.entity.entityRef,
      t('incidentReview.done'),
    );
    onDone();
  }
  return (
    <ActionDialog
      title={t('incidentReview.title')}
      submit={t('incidentReview.submit')}
      onSubmit={() => (mistakes.pass() ? record() : undefined)}
      onClose={onClose}
    >
      <IncidentIntroduction
        incident={incident}
        text={t('incidentReview.meaning')}
      />
      <DateField
        label={t('incidentReview.completed')}
        value={draft.completed}
        onChange={completed => setDraft({ ...draft, completed })}
        first={days.first}
        last={days.last}
        required
        help={decides ? undefined : t('incidentReview.recent')}
        mistake={mistakes.shown.completed}
      />
      <ReviewActions
        actions={draft.actions}
        onChange={actions => setDraft({ ...draft, actions })}
        days={days}
        mayDrop={decides}
        mistakes={mistakes.shown.actions ? found.byAction : {}}
      />
      {decides && (
        <FormControlLabel
          control={
            <Checkbox
              color="primary"
              checked={draft.noActionNeeded}
              onChange={(_, noActionNeeded) =>
                setDraft({ ...draft, noActionNeeded })
              }
            />
          }
          label={t('incidentReview.noActionNeeded')}
        />
      )}
      <ReviewWorthNote
        incident={incident}
        review={review}
        evaluation={evaluation}
        now={now}
      />
    </ActionDialog>
  );
}
