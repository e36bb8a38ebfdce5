import {
  rightName,
  type DecisionRight,
  type EntityGuardrailStatus,
  type RightCap,
  type RightResult,
  type TrustResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormatters } from '../locale';
import { autonomyReactTranslationRef } from '../translation';
import { bindingCaps, bindingGrant, costlyIncidents } from './limits';

/** Rights, statuses and reasons in words. @public */
export interface AutonomyWords {
  /** What one cap is made of, e.g. `trust 0.39 of 0.75`. */
  cap(item: RightCap): string;
  /** The word for a right, e.g. `peer review`. */
  right(right: DecisionRight): string;
  /** What the right means in practice. */
  meaning(right: DecisionRight): string;
  /** Everything that holds a right where it is, or an empty text. */
  limits(right: RightResult, trust?: TrustResult): string;
  /** A guardrail status, with how many stand at it where that says more. */
  guardrails(status: EntityGuardrailStatus, count?: number): string;
}

/** The one place where rights, statuses and reasons become words. @public */
export function useAutonomyWords(): AutonomyWords {
  const { t } = useTranslationRef(autonomyReactTranslationRef);
  const format = useFormatters();

  function cap(item: RightCap): string {
    const { kind, right, actual = 0, need = 0, title, ref } = item;
    switch (kind) {
      case 'level':
        return t('limit.level', { actual: String(actual) });
      case 'trust':
        // What is needed says nothing more where trust already allows everything.
        return t(right === 5 ? 'limit.trustEnough' : 'limit.trust', {
          actual: format.share(actual),
          need: format.share(need),
        });
      case 'accountability':
        return t('limit.accountability', { actual: format.share(actual) });
      default:
        return t(`limit.${kind}`, { title: title ?? ref ?? '' });
    }
  }

  function grantLimits(right: RightResult): string[] {
    const { grant, recommended } = right;
    if (grant?.failed && grant.right > recommended) {
      return [t('limit.trialFailed')];
    }
    const binding = bindingGrant(right);
    return binding
      ? [t('limit.grant', { date: format.date(binding.expiresAt) })]
      : [];
  }

  return {
    cap,
    right: (right: DecisionRight) => t(`right.${rightName(right)}`),
    meaning: (right: DecisionRight) => t(`meaning.${rightName(right)}`),
    limits(right: RightResult, trust?: TrustResult): string {
      const incidents = costlyIncidents(trust);
      const parts = bindingCaps(right).flatMap(item =>
        item.kind === 'trust' && incidents > 0
          ? [cap(item), t('limit.incidents', { count: incidents })]
          : [cap(item)],
      );
      return [...grantLimits(right), ...parts].join(' · ');
    },
    guardrails(status: EntityGuardrailStatus, count?: number): string {
      return count === undefined || status === 'ok' || status === 'none'
        ? t(`guardrailStatus.${status}`)
        : t(`guardrailCount.${status}`, { number: String(count) });
    },
  };
}
