import { mockServices } from '@backstage/backend-test-utils';
import { readAutonomyConfig } from './readAutonomyConfig';

const read = (autonomy?: object) =>
  readAutonomyConfig(
    mockServices.rootConfig({
      data: autonomy ? { autonomy: autonomy as any } : {},
    }),
  );

describe('readAutonomyConfig', () => {
  it('has defaults for everything', () => {
    expect(read()).toMatchObject({
      scope: { kind: 'Component' },
      policyFiles: [],
      policyUrls: [],
      policyRefresh: { schedule: { frequency: { minutes: 5 } } },
      boards: new Map(),
      centralBoard: undefined,
      sweep: {
        schedule: { frequency: { minutes: 2 } },
        startupInterval: 5_000,
      },
      evaluation: { schedule: { frequency: { minutes: 2 } } },
      retention: { schedule: { frequency: { hours: 1 } } },
      rollUps: { schedule: { frequency: { hours: 1 } } },
    });
  });

  it('reads what is set, with refs made canonical', () => {
    expect(
      read({
        scope: { kind: 'Component', 'spec.type': { $in: ['service'] } },
        policy: { files: ['own.yaml'], urls: ['https://git.example/own.yaml'] },
        boards: { Payments: 'Board' },
        centralBoard: 'group:default/Architects',
        catalog: {
          sweep: {
            startupInterval: 'PT1S',
            schedule: { frequency: 'PT30S', timeout: { minutes: 1 } },
          },
        },
      }),
    ).toMatchObject({
      scope: { 'spec.type': { $in: ['service'] } },
      policyFiles: ['own.yaml'],
      policyUrls: ['https://git.example/own.yaml'],
      boards: new Map([['domain:default/payments', 'group:default/board']]),
      centralBoard: 'group:default/architects',
      sweep: { startupInterval: 1_000 },
    });
  });

  it.each([
    [{ scope: 'Component' }, 'autonomy.scope'],
    [{ scope: { kind: { $like: 'x' } } }, 'autonomy.scope'],
    [{ policy: { urls: ['own.yaml'] } }, 'autonomy.policy.urls[0]'],
    [
      { policy: { urls: ['https://a.b/c', 'https://a.b/c'] } },
      'autonomy.policy.urls[1]',
    ],
    [
      { policy: { refresh: { schedule: { frequency: 'often' } } } },
      'autonomy.policy.refresh.schedule',
    ],
    [{ boards: ['x'] }, 'autonomy.boards'],
    [{ boards: { payments: 3 } }, "autonomy.boards['payments']"],
    [{ centralBoard: ':' }, 'autonomy.centralBoard'],
    [
      { catalog: { sweep: { schedule: { frequency: 'often' } } } },
      'autonomy.catalog.sweep.schedule',
    ],
    [
      { retention: { schedule: { frequency: 'often' } } },
      'autonomy.retention.schedule',
    ],
    [
      { rollUps: { schedule: { frequency: 'often' } } },
      'autonomy.rollUps.schedule',
    ],
    [
      { catalog: { sweep: { startupInterval: 'soon' } } },
      'autonomy.catalog.sweep.startupInterval',
    ],
  ])('names the path of a mistake: %j', (autonomy, path) => {
    expect(() => read(autonomy)).toThrow(`Invalid configuration at ${path}: `);
  });
});
