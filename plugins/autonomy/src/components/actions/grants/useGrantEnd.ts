import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { usePolicy } from '../../usePolicy';
import { dayOf, daysAfter, isDayWithin, startOfDay } from '../shared';

const DAY = 86_400_000;
const FAR = 3_650 * DAY;
const USUAL_DAYS = 60;

/**
 * Until when a grant is to hold; what a domain's overlay shortens is left to the backend.
 *
 * @param lifts - whether it is above the recommended right
 */
export function useGrantEnd(now: number, lifts: boolean) {
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const policy = usePolicy();
  const longest =
    (lifts ? policy?.grants.maxDuration : policy?.trust.window) ?? FAR;
  const [typed, setDay] = useState<string>();
  const day = typed ?? daysAfter(now, Math.min(USUAL_DAYS, longest / DAY));
  return {
    /** UTC milliseconds. */
    value: startOfDay(day),
    mistake: isDayWithin(day, daysAfter(now, 1), dayOf(now + longest))
      ? undefined
      : t('actionField.daysAhead', { duration: format.duration(longest) }),
    field: { now, longest, value: day, onChange: setDay },
  };
}
