import type {
  Need,
  NeedKind,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { TabTopic } from '../EntityAutonomyContent/topics';
import type { useGovernancePaths } from '../useGovernancePaths';

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
  'plan-unsigned': 'plans',
  'audit-unrated': 'rights',
  'promotion-undecided': 'level',
  'exemption-undecided': 'guardrails',
  'incident-undecided': 'timeline',
  'proposal-undecided': 'rights',
  'audit-undecided': 'rights',
};

/**
 * Where something is seen and done: on the page of what is decided or rated, else on that of the entity.
 *
 * @param where - `entityPage`: path of the page of the entity it is about
 */
export function needLink(
  { kind, ref }: Pick<Need, 'kind' | 'ref'>,
  where: {
    entityPage: string;
    paths: ReturnType<typeof useGovernancePaths>;
  },
): string {
  const { entityPage, paths } = where;
  if (ref !== undefined) {
    if (kind.startsWith('audit-')) {
      return paths.audit(ref);
    }
    return kind.startsWith('plan-') ? paths.plan(ref) : paths.proposal(ref);
  }
  return `${entityPage}${TAB}#${PARTS[kind]}`;
}
