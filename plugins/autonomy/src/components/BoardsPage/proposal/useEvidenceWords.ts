import type { ProposalEvidence } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyReactTranslationRef,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { useAreaTitles } from '../words';

const CHECK_STATES = [
  'pass',
  'fail',
  'unknown',
  'exempt',
  'announced',
  'not-applicable',
] as const;
const GUARDRAIL_STATUSES = [
  'ok',
  'exempt',
  'at-risk',
  'breached',
  'unknown',
] as const;
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** One digit, so that a share beyond its limit never looks like the limit. */
const DIGITS = 1;

/** What a board saw, in words of the reader's language as far as they are known here. */
export function useEvidenceWords() {
  const format = useFormatters();
  const areas = useAreaTitles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { t: word } = useTranslationRef(autonomyReactTranslationRef);

  function figure(kind: string, value: number): string {
    switch (kind) {
      case 'trust':
      case 'accountability':
        return format.share(value);
      case 'readiness':
        return format.readiness(value);
      case 'debt':
        return t('boardStatistics.percent', {
          share: format.number(value * 100, DIGITS),
        });
      default:
        return format.number(value);
    }
  }

  function text(kind: string, value: string): string {
    if (INSTANT.test(value)) return format.dateTime(Date.parse(value));
    // The verdict says it.
    if (kind === 'check' && /^(pass|fail)$/.test(value)) return '';
    if (kind === 'check') {
      const known = CHECK_STATES.find(state => state === value);
      return known ? t(`check.states.${known}`) : value;
    }
    if (kind === 'guardrail') {
      const known = GUARDRAIL_STATUSES.find(status => status === value);
      return known ? word(`guardrailStatus.${known}`) : value;
    }
    return value;
  }

  return {
    title: ({ kind, ref, title }: ProposalEvidence): string =>
      kind === 'trust' && ref
        ? t('trends.trust', { area: areas.one(ref) })
        : title,
    value: (kind: string, value: ProposalEvidence['value']): string => {
      switch (typeof value) {
        case 'undefined':
          return '';
        case 'boolean':
          return t(value ? 'boardProposal.yes' : 'boardProposal.no');
        case 'number':
          return figure(kind, value);
        default:
          return text(kind, value);
      }
    },
  };
}
