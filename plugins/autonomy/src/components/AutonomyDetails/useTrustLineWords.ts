import type { TrustLine } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyReactTranslationRef,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';

/** Says what a line of the trust account is, and what its amount is made of. */
export function useTrustLineWords() {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { t: word } = useTranslationRef(autonomyReactTranslationRef);
  const format = useFormatters();

  function incidentDetail(line: Extract<TrustLine, { kind: 'incident' }>) {
    const { repeatFactor, learningFactor, ageFactor } = line;
    const parts: string[] = [
      t('trust.incident', {
        severity: word(`consequence.${line.severity}`),
        date: format.date(line.startedAt),
        consequence: word(`consequence.${line.consequence}`),
        loss: format.number(line.loss),
      }),
    ];
    if (repeatFactor !== 1) {
      parts.push(t('trust.repeat', { factor: format.number(repeatFactor) }));
    }
    if (learningFactor !== 1) {
      parts.push(
        t('trust.learning', { factor: format.number(learningFactor) }),
      );
    }
    parts.push(t('trust.age', { factor: format.number(ageFactor) }));
    return parts.join(' ');
  }

  return (line: TrustLine): { text: string; detail?: string; url?: string } => {
    switch (line.kind) {
      case 'start':
        return { text: t('trust.start') };
      case 'reliable-time':
        return {
          text: t('trust.reliable', {
            count: line.months,
            number: format.number(line.months, 1),
          }),
          detail:
            line.since === undefined
              ? undefined
              : t('trust.since', { date: format.date(line.since) }),
        };
      case 'incident':
        return {
          text: `${line.incidentId} · ${line.title}`,
          detail: incidentDetail(line),
          url: line.url,
        };
      case 'same-day-limit':
        return { text: t('trust.sameDay', { date: format.date(line.day) }) };
      case 'bypass':
        return { text: t('trust.bypass'), detail: line.incidentId };
      default:
        return { text: t('trust.bound') };
    }
  };
}
