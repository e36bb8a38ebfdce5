import type { EventReason } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';

/** Titles of what events name by an id; the id where there is none. */
export interface EventNames {
  check: (id: string) => string;
  area: (id: string) => string;
}

/** Reasons as one list in words. */
export function useReasonWords({ check, area }: EventNames) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const format = useFormatters();

  function word({ kind, ref = '' }: EventReason): string {
    switch (kind) {
      case 'check':
        return t('eventReason.check', { title: check(ref) });
      case 'guardrail':
        return t('eventReason.guardrail', { title: check(ref) });
      case 'trust':
        // A right is about one area, so its reasons do not name it again.
        return ref
          ? t('eventReason.trust', { area: area(ref) })
          : t('eventReason.trustHere');
      default:
        return t(`eventReason.${kind}`);
    }
  }

  return (reasons: EventReason[]) =>
    format.all([...new Set(reasons.map(word))]);
}
