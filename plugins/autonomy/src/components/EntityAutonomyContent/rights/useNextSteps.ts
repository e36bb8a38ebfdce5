import type {
  RightCap,
  RightResult,
  TrustResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  bindingCaps,
  bindingGrant,
  useAutonomyWords,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { usePolicy } from '../../usePolicy';
import type { TabTopic } from '../topics';
import { trustOutlook } from './trustOutlook';

/** Something that would widen a right, and where to read on. */
export interface NextStep {
  text: string;
  /** Where its reasons are. */
  target?: { topic: TabTopic; label: string };
}

type StepTopic = Extract<
  TabTopic,
  'level' | 'trust' | 'accountability' | 'guardrails' | 'plans' | 'timeline'
>;

/** What would have to happen for each thing that holds a right where it is. */
export function useNextSteps(
  right: RightResult,
  trust: TrustResult | undefined,
): NextStep[] {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const format = useFormatters();
  const words = useAutonomyWords();
  // Without the policy the figures of what could be learnt are left out.
  const policy = usePolicy();

  const step = (text: string, topic: StepTopic): NextStep => ({
    text,
    target: { topic, label: t(`nextSteps.links.${topic}`) },
  });

  function learning(): NextStep[] {
    const outlook = trust && trustOutlook(right, trust, policy?.trust.learning);
    if (!outlook) return [];
    const figures = {
      incident: outlook.incident.incidentId,
      trust: format.share(outlook.trust),
    };
    const act = outlook.reviewed
      ? t('nextSteps.closeActions', figures)
      : t('nextSteps.review', figures);
    const worth =
      outlook.right > right.effective
        ? t('nextSteps.worthRight', {
            ...figures,
            right: words.right(outlook.right),
          })
        : t('nextSteps.worthTrust', figures);
    return [step(`${act} ${worth}`, 'timeline')];
  }

  function stepsFor(cap: RightCap): NextStep[] {
    const { kind, nextAt, title, ref } = cap;
    const name = title ?? ref ?? '';
    switch (kind) {
      case 'level':
        return nextAt === undefined
          ? []
          : [step(t('nextSteps.level', { level: String(nextAt) }), 'level')];
      case 'trust':
        return nextAt === undefined
          ? learning()
          : [
              ...learning(),
              step(
                t('nextSteps.trust', { value: format.share(nextAt) }),
                'trust',
              ),
            ];
      case 'accountability':
        return nextAt === undefined
          ? []
          : [
              step(
                t('nextSteps.accountability', { value: format.share(nextAt) }),
                'accountability',
              ),
            ];
      case 'guardrail':
        return [step(t('nextSteps.guardrail', { title: name }), 'guardrails')];
      case 'plan':
        return [step(t('nextSteps.plan', { title: name }), 'plans')];
      default:
        return [step(t('nextSteps.bypass', { title: name }), 'timeline')];
    }
  }

  const grant = bindingGrant(right);
  return [
    ...(grant
      ? [
          {
            text: t('nextSteps.grant', { date: format.date(grant.expiresAt) }),
          },
        ]
      : []),
    ...bindingCaps(right).flatMap(stepsFor),
  ];
}
