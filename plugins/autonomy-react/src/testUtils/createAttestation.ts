import type { RecordedAttestation } from '@aligned-autonomy/backstage-plugin-autonomy-common';

const DAY = 86_400_000;

/** The owners' yes to a check of `createEvaluation`, in force unless told otherwise. @public */
export function createAttestation(
  overrides: Partial<RecordedAttestation> = {},
): RecordedAttestation {
  const recordedAt = overrides.recordedAt ?? Date.now() - 20 * DAY;
  return {
    id: 'AT-7',
    entityRef: 'component:default/payments-api',
    checkId: 'Documented APIs',
    answer: 'yes',
    attestedBy: 'user:default/dana',
    ownerRef: 'group:default/payments-team',
    evidenceUrl: 'https://docs.example.com/payments',
    recordedAt,
    expiresAt: recordedAt + 90 * DAY,
    state: 'in-force',
    ...overrides,
  };
}
