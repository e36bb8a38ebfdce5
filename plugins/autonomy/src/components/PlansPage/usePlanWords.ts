import type { RecordedPlan } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  useAutonomyWords,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import { useAreaTitles } from '../eventWords/useAreaTitles';

/** What a plan bounds, and when, in words. */
export function usePlanWords() {
  const format = useFormatters();
  const words = useAutonomyWords();
  const titles = useAreaTitles();
  const { t } = useTranslationRef(autonomyTranslationRef);

  /** When it is over, an extension included. */
  const endOf = ({ endsAt, extendedTo }: RecordedPlan) => extendedTo ?? endsAt;
  return {
    endOf,
    cap({ areas, cap }: RecordedPlan): string {
      const named = format.all(areas.map(area => titles.get(area) ?? area));
      return cap
        ? t('planDetails.cap', { areas: named, right: words.right(cap) })
        : t('planDetails.noCap', { areas: named });
    },
    time: (plan: RecordedPlan) =>
      t('planDetails.time', {
        start: format.date(plan.startsAt),
        end: format.date(endOf(plan)),
      }),
    /** How many of the criteria are met; undefined without any. */
    progress({ criteria }: RecordedPlan): string | undefined {
      const met = criteria.filter(item => item.met).length;
      return criteria.length === 0
        ? undefined
        : t('plans.progress', {
            met: String(met),
            all: String(criteria.length),
          });
    },
  };
}
