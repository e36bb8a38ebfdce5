import type { RecordedIncident } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { oneLine } from '../shared';
import { isSayable, type ReviewDays, type ReviewDraft } from './reviewDraft';

/** What is not right yet about a review. */
export function useReviewMistakes(options: {
  draft: ReviewDraft;
  incident: RecordedIncident;
  days: ReviewDays;
  decides: boolean;
}) {
  const { days, decides, draft, incident } = options;
  const { t } = useTranslationRef(autonomyTranslationRef);
  const notSayable = decides
    ? t('incidentReview.dayMistake')
    : t('incidentReview.recentMistake');
  const byAction = Object.fromEntries(
    draft.actions.map(({ closed, key, known, title }) => [
      key,
      {
        title:
          known === undefined && oneLine(title) === ''
            ? t('actionField.required')
            : undefined,
        closed:
          closed === '' || isSayable(closed, known?.closedAt, days)
            ? undefined
            : notSayable,
      },
    ]),
  );
  const isAnyAction = Object.values(byAction).some(
    ({ closed, title }) => closed !== undefined || title !== undefined,
  );
  return {
    byAction,
    byField: {
      completed: isSayable(draft.completed, incident.review?.completedAt, days)
        ? undefined
        : notSayable,
      actions: isAnyAction ? notSayable : undefined,
    },
  };
}
