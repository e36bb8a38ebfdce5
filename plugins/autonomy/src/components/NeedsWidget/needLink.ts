import type { NeedKind } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { TabTopic } from '../EntityAutonomyContent/topics';

/** Where the tab is below an entity's page. */
const TAB = '/autonomy';

/** The part of the entity's tab that each is about. */
const PARTS: Record<NeedKind, TabTopic> = {
  'guardrail-breached': 'guardrails',
  'guardrail-at-risk': 'guardrails',
  'level-at-risk': 'level',
  'exemption-expiring': 'guardrails',
  'attestation-expiring': 'readiness',
  'incident-review': 'timeline',
  'deployment-review': 'timeline',
  'next-level': 'level',
  'promotion-undecided': 'level',
  'exemption-undecided': 'guardrails',
  'incident-undecided': 'timeline',
};

/**
 * Where something is seen and done.
 *
 * @param entityPage - path of the page of the entity it is about
 */
export function needLink(entityPage: string, kind: NeedKind): string {
  return `${entityPage}${TAB}#${PARTS[kind]}`;
}
