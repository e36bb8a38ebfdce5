import { autonomyFactCollectorsExtensionPoint } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import {
  createBackendModule,
  type SchedulerService,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { CollectorSettings } from '../../config';
import { autonomyPlugin } from '../../plugin';
import { collector } from './__testUtils__/collector';
import { FactCollectors } from './FactCollectors';
import { scheduleCollectors } from './scheduleCollectors';

jest.setTimeout(60_000);

type Task = Parameters<SchedulerService['scheduleTask']>[0];

async function schedule(
  ids: string[],
  settings: Record<string, CollectorSettings> = {},
) {
  const failures: string[] = [];
  const tasks: Task[] = [];
  const collectors = FactCollectors.create();
  for (const id of ids) {
    const reportFailure = ({ message }: Error) =>
      void failures.push(`${id}: ${message}`);
    collectors.add({ collector: collector({ id }), reportFailure });
  }
  const counter = { add: jest.fn() };
  const runs = { start: jest.fn(), finish: jest.fn(), readAll: jest.fn() };
  await scheduleCollectors({
    clock: { now: async () => 1 },
    collectors,
    index: { listScope: async () => [], readScoped: async () => [] },
    logger: mockServices.logger.mock(),
    metrics: metricsServiceMock.mock({ createCounter: () => counter }),
    runs,
    scheduler: mockServices.scheduler.mock({
      scheduleTask: async task => {
        if (task.id.endsWith('broken')) {
          throw new Error('no such frequency');
        }
        tasks.push(task);
      },
    }),
    settings: new Map(Object.entries(settings)),
    store: { put: jest.fn() },
    marks: { mark: jest.fn() },
  });
  return { counter, failures, runs, tasks };
}

describe('scheduleCollectors', () => {
  it('gives each collector a task of its own, and counts its runs', async () => {
    const { counter, tasks } = await schedule(['backups', 'costs']);
    expect(tasks).toMatchObject([
      {
        id: 'autonomy-collect-backups',
        scope: 'global',
        frequency: { hours: 1 },
        timeout: { minutes: 10 },
        initialDelay: { minutes: 1 },
      },
      { id: 'autonomy-collect-costs' },
    ]);
    await tasks[0].fn(new AbortController().signal);
    expect(counter.add.mock.calls).toEqual([
      [1, { collector: 'backups', status: 'ok' }],
    ]);
  });

  it('does as the configuration says', async () => {
    const frequency = { minutes: 5 };
    const { tasks } = await schedule(['backups', 'costs'], {
      backups: { enabled: true, schedule: { frequency, timeout: frequency } },
      costs: { enabled: false },
    });
    expect(tasks).toMatchObject([
      { id: 'autonomy-collect-backups', frequency, timeout: frequency },
    ]);
  });

  it('blames one that cannot be scheduled, and schedules the others', async () => {
    const { failures, tasks } = await schedule(['broken', 'costs']);
    expect(failures).toEqual(['broken: no such frequency']);
    expect(tasks).toHaveLength(1);
  });
});

describe('a module with a collector that is none', () => {
  it('is blamed by name', async () => {
    const bad = createBackendModule({
      pluginId: 'autonomy',
      moduleId: 'bad',
      register: env =>
        env.registerInit({
          deps: { collectors: autonomyFactCollectorsExtensionPoint },
          init: async ({ collectors }) =>
            collectors.addFactCollector(collector({ id: 'incidents' })),
        }),
    });
    await expect(
      startTestBackend({
        features: [autonomyPlugin, bad, catalogServiceMock.factory()],
      }),
    ).rejects.toThrow(
      /Module 'bad' for plugin 'autonomy' startup failed.*Invalid fact collector: id: expected a collector name/,
    );
  });
});
