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

/** The suite with this module in a backend of its own. */
export interface Portal {
  /** Delivers a body to the source `pagerduty` as PagerDuty would, and tells the status of the answer. */
  deliver(body: Buffer, secret: string): Promise<number>;
  get(path: string): Promise<any>;
  /** Asks PagerDuty, as the schedule would. */
  poll(): Promise<void>;
  /** Reads again and again until it is so; the time limit is the test's. */
  until<T>(read: () => Promise<T>, isSo: (value: T) => boolean): Promise<T>;
  stop(): Promise<void>;
}

const component = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', namespace: 'default' },
  spec: { type: 'service', lifecycle: 'production', owner: 'team' },
};

/**
 * @param source - what stands below the source `pagerduty`, besides its type
 */
export async function startPortal(source: object): Promise<Portal> {
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      autonomyPlugin,
      autonomyModulePagerduty,
      catalogServiceMock.factory({ entities: [component] }),
      mockServices.rootConfig.factory({
        data: {
          autonomy: {
            catalog: { sweep: { startupInterval: { milliseconds: 50 } } },
            incidents: {
              sources: { pagerduty: { type: 'pagerduty', ...source } },
              mapping: [
                {
                  when: "service.id.startsWith('PSVC0')",
                  entity: "'component:default/checkout'",
                  severity:
                    "priority == 'P1' ? 'critical' : urgency == 'high' ? 'high' : 'medium'",
                },
              ],
            },
          },
        },
      }),
    ],
  });
  const base = `http://127.0.0.1:${backend.server.port()}/api/autonomy/v1`;
  return {
    async deliver(body, secret) {
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
    async get(path) {
      const response = await fetch(`${base}${path}`, {
        headers: { authorization: mockCredentials.user.header() },
      });
      return response.json();
    },
    poll: () => scheduler.triggerTask('autonomy-poll-pagerduty'),
    async until(read, isSo) {
      for (;;) {
        const value = await read();
        if (isSo(value)) {
          return value;
        }
        await pause(50);
      }
    },
    stop: () => backend.stop(),
  };
}
