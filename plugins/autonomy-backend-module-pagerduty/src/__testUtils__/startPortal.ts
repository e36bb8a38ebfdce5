import autonomyPlugin from '@aligned-autonomy/backstage-plugin-autonomy-backend';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { setTimeout as pause } from 'node:timers/promises';
import { autonomyModulePagerduty } from '../module';
import { signature } from './requests';

const entities = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'checkout', namespace: 'default' },
    spec: { type: 'service', lifecycle: 'production', owner: 'team' },
  },
];
const mapping = [
  {
    when: "service.id.startsWith('PSVC0')",
    entity: "'component:default/checkout'",
    severity:
      "priority == 'P1' ? 'critical' : urgency == 'high' ? 'high' : 'medium'",
  },
];

/** The suite with this module in a backend of its own. */
export type Portal = Awaited<ReturnType<typeof startPortal>>;

/**
 * @param source - what stands below the source `pagerduty`, besides its type
 */
export async function startPortal(source: object) {
  const scheduler = mockServices.scheduler();
  const sources = { pagerduty: { type: 'pagerduty', ...source } };
  const sweep = { startupInterval: { milliseconds: 50 } };
  const backend = await startTestBackend({
    features: [
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      autonomyPlugin,
      autonomyModulePagerduty,
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({
        data: {
          autonomy: { catalog: { sweep }, incidents: { sources, mapping } },
        },
      }),
    ],
  });
  const base = `http://127.0.0.1:${backend.server.port()}/api/autonomy/v1`;
  return {
    /** Delivers a body to the source `pagerduty` as PagerDuty would, and tells the status of the answer. */
    async deliver(body: Buffer, secret: string): Promise<number> {
      const { status } = await fetch(`${base}/webhooks/pagerduty`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-pagerduty-signature': signature(body, secret),
        },
        body: new Uint8Array(body),
      });
      return status;
    },
    async get(path: string): Promise<any> {
      const headers = { authorization: mockCredentials.user.header() };
      return (await fetch(`${base}${path}`, { headers })).json();
    },
    /** Asks PagerDuty, as the schedule would. */
    poll: () => scheduler.triggerTask('autonomy-poll-pagerduty'),
    /** Reads again and again until it is so; the time limit is the test's. */
    async until<T>(read: () => Promise<T>, isSo: (value: T) => boolean) {
      let value = await read();
      while (!isSo(value)) {
        await pause(50);
        value = await read();
      }
      return value;
    },
    stop: () => backend.stop(),
  };
}
