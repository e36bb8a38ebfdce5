import type { RecordedDeployment } from '@aligned-autonomy/backstage-plugin-autonomy-common';

const DAY = 86_400_000;

/** A deployment of yesterday that went well and owes no review, unless told otherwise. @public */
export function createDeployment(
  overrides: Partial<RecordedDeployment> = {},
): RecordedDeployment {
  const finishedAt = overrides.finishedAt ?? Date.now() - DAY;
  return {
    id: 'build-871',
    source: 'pipeline',
    entityRef: 'component:default/payments-api',
    status: 'succeeded',
    area: 'deployment',
    finishedAt,
    recordedAt: finishedAt,
    version: '4.12.0',
    url: 'https://pipeline.example.com/build-871',
    reviewState: 'none-owed',
    ...overrides,
  };
}
