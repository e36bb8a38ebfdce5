import { defaultPolicy } from '../../../__fixtures__/defaults';
import { DAY, daysAgo, NOW } from '../../../__fixtures__/scenario';
import type { DecisionRight, Grant, Plan, TrustAudit } from '../../../model';
import { consequencesFor } from '../../consequences';
import type { GuardrailStanding } from '../../guardrails';
import type { PlanStanding } from '../../plans';
import type { RightInput } from '../RightInput';

const { policy } = defaultPolicy();

export function guardrail(
  id: string,
  standing: Partial<GuardrailStanding>,
): GuardrailStanding {
  return {
    verdict: { check: { definition: { id, title: `Title of ${id}` } } },
    breached: true,
    areas: ['budget'],
    effect: 'narrow',
    cap: 3,
    mandatory: false,
    ...standing,
  } as GuardrailStanding;
}

export function plan(
  cap: DecisionRight | undefined,
  state: PlanStanding['state'] = 'active',
) {
  const id = `plan-${cap}-${state}`;
  return {
    plan: { id, title: 'Reset', areas: ['budget'], cap } as Plan,
    state,
  } as PlanStanding;
}

export function grant(right: DecisionRight, more: Partial<Grant> = {}): Grant {
  return {
    id: 'g1',
    entityRef: 'component:default/shop',
    area: 'budget',
    right,
    reason: 'Peak season',
    from: daysAgo(10),
    expiresAt: NOW + 20 * DAY,
    recordedAt: daysAgo(10),
    ...more,
  };
}

export function audit(id: string, more: Partial<TrustAudit>): TrustAudit {
  return {
    id,
    entityRef: 'component:default/shop',
    heldAt: daysAgo(20),
    team: {},
    board: {},
    recordedAt: daysAgo(20),
    ...more,
  };
}

/** An entity on which nothing binds in `budget` but its level: right 4 at level 3. */
export function input(more: Partial<RightInput> = {}, trust = 0.9): RightInput {
  const consequences = consequencesFor(3, policy);
  return {
    entityRef: 'component:default/shop',
    level: 3,
    accountability: 1,
    guardrails: [],
    plans: [],
    trust: policy.areas.map(({ id: area }) => ({
      result: {
        area,
        value: trust,
        need: policy.trust.need[consequences.get(area)!],
        asOf: NOW,
        covered: true,
        lines: [],
      },
      bypasses: [],
    })),
    consequences,
    tier: 3,
    grants: [],
    audits: [],
    incidents: [],
    ...more,
  };
}
