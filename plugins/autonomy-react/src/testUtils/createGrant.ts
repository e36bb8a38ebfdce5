import type { RecordedGrant } from '@aligned-autonomy/backstage-plugin-autonomy-common';

const DAY = 86_400_000;

/** A trial grant in force: deployments by peer-review where approval is recommended. @public */
export function createGrant(
  overrides: Partial<RecordedGrant> = {},
): RecordedGrant {
  const { state = 'in-force' } = overrides;
  const openedAt = overrides.openedAt ?? Date.now() - 21 * DAY;
  const decidedAt = openedAt + DAY;
  return {
    id: 'G-5',
    entityRef: 'component:default/payments-api',
    area: 'deployment',
    right: 3,
    recommended: 2,
    reason: 'The rollback is rehearsed every week since the incident.',
    state,
    boardRef: 'group:default/payments-board',
    openedBy: 'user:default/dana',
    openedAt,
    proposalId: 'P-5',
    from: decidedAt,
    expiresAt: openedAt + 60 * DAY,
    trial: { failsFrom: 'high' },
    ...(state !== 'proposed' && { decidedAt, grantedBy: 'user:default/bo' }),
    may: { revoke: state === 'in-force', renew: state === 'in-force' },
    ...overrides,
  };
}
