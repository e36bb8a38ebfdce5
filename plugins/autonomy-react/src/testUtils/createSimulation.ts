import type {
  MoveCounts,
  SimulatedMove,
  Simulation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

const HOUR = 3_600_000;

/** Counts of moves; what is not given is none. @public */
export function createMoveCounts(
  overrides: Partial<MoveCounts> = {},
): MoveCounts {
  return {
    entities: 0,
    checks: 0,
    guardrailWorse: 0,
    guardrailBetter: 0,
    levelDown: 0,
    levelUp: 0,
    rightsLost: 0,
    rightsGained: 0,
    ...overrides,
  };
}

/** A simulation that is done, in which one entity loses a right. @public */
export function createSimulation(
  overrides: Partial<Simulation> = {},
): Simulation {
  const now = Date.now();
  const counts = { entities: 1, checks: 1, guardrailWorse: 1 };
  return {
    id: 'simulation-1',
    state: 'done',
    createdBy: 'user:default/guest',
    createdAt: now - HOUR,
    finishedAt: now - HOUR,
    asOf: now - HOUR,
    comparedWith: '1',
    draft: { id: 'draft-1', revision: 1 },
    isOutdated: false,
    changes: [
      {
        subject: 'check',
        change: 'changed',
        role: 'guardrails',
        id: 'secrets-rotated',
        field: 'effect',
        from: 'narrow',
        to: 'stop',
        effect: 'tightens',
      },
    ],
    progress: { done: 64, total: 64 },
    atOnce: createMoveCounts(counts),
    settled: createMoveCounts({ ...counts, rightsLost: 1 }),
    ...overrides,
  };
}

/** A service that would lose a right once its grace has passed. @public */
export function createSimulatedMove(
  overrides: Partial<SimulatedMove> = {},
): SimulatedMove {
  const atOnce: SimulatedMove['atOnce'] = {
    guardrailStatus: { from: 'ok', to: 'at-risk' },
    checks: [{ id: 'secrets-rotated', from: 'pass', to: 'fail' }],
    guardrails: [{ id: 'secrets-rotated', from: 'ok', to: 'at-risk' }],
    rights: [],
  };
  return {
    entityRef: 'component:default/payments-api',
    title: 'Payments API',
    ownerRef: 'group:default/payments-team',
    systemRef: 'system:default/checkout',
    domainRef: 'domain:default/payments',
    atOnce,
    settled: {
      ...atOnce,
      guardrailStatus: { from: 'ok', to: 'breached' },
      guardrails: [{ id: 'secrets-rotated', from: 'ok', to: 'breached' }],
      rights: [{ area: 'security', from: 4, to: 1 }],
    },
    ...overrides,
  };
}
