// A test may start the plugin that the module is for.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import autonomyPlugin from '@aligned-autonomy/backstage-plugin-autonomy-backend';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { AddressInfo } from 'node:net';
import autonomyModuleBackups from './index';

jest.setTimeout(60_000);

const DAY = 86_400_000;
const daysAgo = (days: number) =>
  new Date(Date.now() - days * DAY).toISOString();

const SCORECARD = `apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata:
  name: backups
  title: Backups
spec:
  role: readiness
  checks:
    - id: restore-tested
      title: A restore was tested in the last 90 days
      expression: within(backups.restoreTestedAt, 'P90D')
`;

const component = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', uid: name, etag: name },
  spec: { type: 'service', lifecycle: 'production', owner: 'team-a' },
});

describe('autonomyModuleBackups', () => {
  const directory = createMockDirectory();

  async function start(scorecard = SCORECARD) {
    directory.setContent({
      'backups.yaml': scorecard,
      'report.json': JSON.stringify({
        finishedAt: daysAgo(0.1),
        jobs: [
          {
            entity: 'component:default/checkout',
            restoreTestedAt: daysAgo(30),
          },
          {
            entity: 'component:default/ledger',
            restoreTestedAt: daysAgo(100),
          },
        ],
      }),
    });
    const scheduler = mockServices.scheduler();
    const backend = await startTestBackend({
      features: [
        autonomyPlugin,
        autonomyModuleBackups,
        catalogServiceMock.factory({
          entities: ['checkout', 'ledger', 'search'].map(component),
        }),
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        mockServices.rootConfig.factory({
          data: {
            autonomy: {
              backups: { report: directory.resolve('report.json') },
              catalog: { sweep: { startupInterval: { milliseconds: 50 } } },
              policy: { files: [directory.resolve('backups.yaml')] },
            },
          },
        }),
      ],
    });
    const { port } = backend.server.address() as AddressInfo;
    /** The state of the check, once the entity was evaluated. */
    const stateOf = async (name: string) => {
      const response = await fetch(
        `http://localhost:${port}/api/autonomy/v1/entities/component/default/${name}`,
        { headers: { authorization: mockCredentials.user.header() } },
      );
      const body: any = await response.json();
      return body.readiness?.checks.find(
        ({ id }: any) => id === 'restore-tested',
      )?.state;
    };
    return { backend, scheduler, stateOf };
  }

  /** The value once it is as expected, or what it is after ten seconds. */
  async function eventually<T>(read: () => Promise<T>, expected: T) {
    for (let tries = 0; (await read()) !== expected && tries < 500; tries++) {
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    return read();
  }

  it('lets a check read what the backup tool reports', async () => {
    const { backend, scheduler, stateOf } = await start();
    const becomes = async (name: string, state: string) =>
      expect(await eventually(() => stateOf(name), state)).toBe(state);
    await becomes('checkout', 'unknown');
    await scheduler.triggerTask('autonomy-collect-backups');
    await becomes('checkout', 'pass');
    await becomes('ledger', 'fail');
    await becomes('search', 'unknown');
    await backend.stop();
  });

  it('lets no check read what it does not bring', async () => {
    await expect(
      start(SCORECARD.replace('restoreTestedAt', 'restoreTested')),
    ).rejects.toThrow(/did you mean backups\.restoreTestedAt\?/);
  });
});
