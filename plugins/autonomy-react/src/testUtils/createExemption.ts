import type {
  ExemptionState,
  RecordedExemption,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

const DAY = 86_400_000;

const APPROVED: ExemptionState[] = [
  'planned',
  'in-force',
  'expired',
  'revoked',
];

/**
 * The exemption from a guardrail that `createEvaluation` has, approved and in force; in another state with
 * what belongs to it.
 * @public
 */
export function createExemption(
  overrides: Partial<RecordedExemption> = {},
): RecordedExemption {
  const { state = 'in-force' } = overrides;
  const requestedAt = overrides.requestedAt ?? Date.now() - 49 * DAY;
  const decidedAt = requestedAt + DAY;
  return {
    id: 'EX-31',
    entityRef: 'component:default/payments-api',
    checkId: 'supported-runtime',
    reason: 'The upgrade ships with the new settlement engine.',
    state,
    requestedBy: 'user:default/dana',
    requestedAt,
    expiresAt: requestedAt + 60 * DAY,
    ...(state !== 'requested' && { decidedAt }),
    ...(state !== 'requested' &&
      state !== 'withdrawn' && { decidedBy: 'user:default/bo' }),
    ...(APPROVED.includes(state) && { from: decidedAt }),
    ...overrides,
  };
}
