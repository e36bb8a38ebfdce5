import {
  CONSEQUENCES,
  type AutonomyLevel,
  type CapKind,
  type Consequence,
  type DecisionRight,
  type Incident,
  type Policy,
  type RightCap,
} from '../../model';
import { incidentKey } from '../incidents';
import { byId, step, stepStart } from '../math';
import type { RightInput } from './RightInput';

/** Nothing is decided without asking first. */
const ASK_FIRST: DecisionRight = 1;
const ALL: DecisionRight = 5;

type LevelCaps = Record<AutonomyLevel, Record<Consequence, RightCap>>;

/** A cap that holds in some areas. */
export interface CapInAreas {
  areas: readonly string[];
  cap: RightCap;
}

function makeLevelCaps({ rights: { byLevel }, levels }: Policy): LevelCaps {
  const capsOf = (level: AutonomyLevel) =>
    Object.fromEntries(
      CONSEQUENCES.map((consequence): [Consequence, RightCap] => {
        const right = byLevel[level][consequence];
        const next = levels.find(
          candidate => byLevel[candidate.level][consequence] > right,
        );
        return [
          consequence,
          {
            kind: 'level',
            right,
            ref: undefined,
            title: undefined,
            hard: false,
            actual: level,
            need: undefined,
            nextAt: next?.level,
          },
        ];
      }),
    ) as Record<Consequence, RightCap>;
  return { 1: capsOf(1), 2: capsOf(2), 3: capsOf(3), 4: capsOf(4) };
}

const levelCapsByPolicy = new WeakMap<Policy, LevelCaps>();

/** The caps that levels set, made once for a policy. */
export function levelCaps(policy: Policy): LevelCaps {
  let caps = levelCapsByPolicy.get(policy);
  if (!caps) {
    caps = makeLevelCaps(policy);
    levelCapsByPolicy.set(policy, caps);
  }
  return caps;
}

/**
 * A cap by {@link step}.
 * @param full - the figure that counts as 1
 */
export function stepCap(
  kind: 'trust' | 'accountability',
  actual: number,
  full: number,
): RightCap {
  const right = step(actual / full);
  return {
    kind,
    right,
    ref: undefined,
    title: undefined,
    hard: kind === 'accountability',
    actual,
    need: full,
    nextAt:
      right < ALL ? stepStart((right + 1) as DecisionRight) * full : undefined,
  };
}

function namedCap(
  kind: CapKind,
  right: DecisionRight,
  ref: string,
  title: string,
  hard: boolean,
): RightCap {
  return {
    kind,
    right,
    ref,
    title,
    hard,
    actual: undefined,
    need: undefined,
    nextAt: undefined,
  };
}

const byRef = (caps: CapInAreas[]) =>
  caps.length > 1 ? byId(caps, ({ cap }) => cap.ref!) : caps;

/** What breached guardrails leave in their areas, then what plans leave, each in order of id. */
export function capsInAreas({ guardrails, plans }: RightInput): CapInAreas[] {
  const breached: CapInAreas[] = [];
  for (const guardrail of guardrails) {
    const { cap, areas, mandatory, effect } = guardrail;
    if (!guardrail.breached || cap === undefined) continue;
    const { id, title } = guardrail.verdict.check.definition;
    const hard = mandatory || effect === 'stop';
    breached.push({ areas, cap: namedCap('guardrail', cap, id, title, hard) });
  }
  const planned: CapInAreas[] = [];
  for (const { plan, state } of plans) {
    const { areas, cap, id, title } = plan;
    if (state !== 'active' || cap === undefined) continue;
    planned.push({ areas, cap: namedCap('plan', cap, id, title, true) });
  }
  if (planned.length === 0) return byRef(breached);
  return [...byRef(breached), ...byRef(planned)];
}

/** Deliberate bypasses leave nothing to decide alone, whatever was granted. */
export function bypassCaps(bypasses: readonly Incident[]): RightCap[] {
  return byId(bypasses, incidentKey).map(({ id, title }) =>
    namedCap('bypass', ASK_FIRST, id, title, true),
  );
}
