import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { useMistakes } from '../dialog';
import type { PlanDraft } from './planDraft';
import {
  endDays,
  LATEST_START,
  planMistakes,
  type PlanBounds,
  type PlanField,
  type PlanMistake,
} from './planMistakes';
import { startOfDay } from '../shared';

const SHORTEST_REASON = 10;

/** What is not right yet with a plan, in words, once somebody tried to send it. */
export function usePlanMistakes(draft: PlanDraft, bounds: PlanBounds) {
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { first, last } = endDays(draft, bounds);
  const date = (day: string) => format.date(startOfDay(day) ?? bounds.now);
  const words: Record<PlanMistake, string> = {
    required: t('actionField.required'),
    short: t('exemptionAction.reasonShort', { least: String(SHORTEST_REASON) }),
    start: t('planForm.startMistake', { days: String(LATEST_START) }),
    end: t('planForm.endMistake', { first: date(first), last: date(last) }),
    review: t('planForm.reviewMistake'),
  };
  const found = planMistakes(draft, bounds);
  return useMistakes<PlanField>(
    Object.fromEntries(
      Object.entries(found).map(([field, mistake]) => [
        field,
        mistake && words[mistake],
      ]),
    ),
  );
}
