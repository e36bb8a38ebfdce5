import type { RecordedPlan } from '@aligned-autonomy/backstage-plugin-autonomy-common';

const DAY = 86_400_000;

/** What an owner may do with a draft, unless told otherwise. @public */
export function createPlanPowers(
  overrides: Partial<RecordedPlan['may']> = {},
): RecordedPlan['may'] {
  return {
    edit: false,
    withdraw: false,
    lift: false,
    extend: false,
    complete: false,
    ...overrides,
  };
}

/**
 * The draft of a plan after a critical incident in deployments, which an owner may sign; in another state with
 * what belongs to it.
 * @public
 */
export function createPlan(
  overrides: Partial<RecordedPlan> = {},
): RecordedPlan {
  const { state = 'draft' } = overrides;
  const isDraft = state === 'draft';
  const isSigned = !isDraft && state !== 'withdrawn';
  const openedAt = overrides.openedAt ?? Date.now() - 3 * DAY;
  const startsAt = overrides.startsAt ?? openedAt + 5 * DAY;
  const signed = { signedAt: openedAt + DAY, comment: 'We stand behind it.' };
  return {
    id: 'PLAN-12',
    entityRef: 'component:default/payments-api',
    title: 'Safer releases of card payments',
    reason: 'Card payments failed for two hours after a release.',
    approach: 'targeted-guardrails',
    areas: ['deployment'],
    cap: 2,
    criteria: [
      {
        checkId: 'rollback-tested',
        title: 'Rollback tested within 90 days',
        met: false,
      },
      { checkId: 'tracing', title: 'Requests are traced', met: true },
    ],
    incidents: ['pagerduty/PAY-1042'],
    startsAt,
    endsAt: startsAt + 60 * DAY,
    reviewAt: startsAt + 30 * DAY,
    state,
    boardRef: 'group:default/payments-board',
    openedBy: 'user:default/dana',
    openedAt,
    revision: 1,
    ...(isSigned && {
      team: { ...signed, signedBy: 'user:default/dana' },
      board: { ...signed, signedBy: 'user:default/bo' },
      signedAt: signed.signedAt,
      proposalId: 'P-12',
    }),
    may: createPlanPowers(
      isDraft ? { edit: true, withdraw: true, sign: 'team' } : {},
    ),
    ...overrides,
  };
}
