import {
  entitySnapshot,
  factCollectorContract,
} from '@aligned-autonomy/backstage-plugin-autonomy-node/testUtils';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { BackupsCollector } from './BackupsCollector';

const entities = ['checkout', 'ledger', 'search'].map(name =>
  entitySnapshot({ name }),
);
const report = {
  finishedAt: '2026-06-01T02:14:00Z',
  jobs: [
    {
      entity: 'component:default/checkout',
      lastBackupAt: '2026-06-01T02:01:00Z',
      restoreTestedAt: '2026-04-20T09:00:00+02:00',
      encrypted: true,
    },
    { entity: 'Component:default/Ledger', encrypted: false },
  ],
};

describe('BackupsCollector', () => {
  const directory = createMockDirectory({
    content: { 'report.json': JSON.stringify(report) },
  });
  const create = (file = 'report.json') =>
    BackupsCollector.fromConfig(
      mockServices.rootConfig({
        data: { autonomy: { backups: { report: directory.resolve(file) } } },
      }),
    );
  const collect = (file?: string) =>
    create(file).collect({ entities, signal: new AbortController().signal });

  factCollectorContract({ create, entities });

  it('brings what the report says, as of when it was written', async () => {
    const [checkout, ledger] = report.jobs;
    const collectedAt = Date.parse(report.finishedAt);
    expect(await collect()).toEqual([
      {
        entityRef: 'component:default/checkout',
        facts: {
          lastBackupAt: checkout.lastBackupAt,
          restoreTestedAt: checkout.restoreTestedAt,
          encrypted: true,
        },
        collectedAt,
      },
      {
        entityRef: 'component:default/ledger',
        facts: { encrypted: ledger.encrypted },
        collectedAt,
      },
    ]);
  });

  it.each([
    ['no file', undefined, /report-2\.json cannot be read.*ENOENT/],
    [
      'half a file',
      '{"finishedAt":',
      /report-2\.json cannot be read.*Unexpected end of JSON/,
    ],
    ['another file', '[]', /report-2\.json is no report of backups: all: /],
    [
      'a date without a time',
      JSON.stringify({
        ...report,
        jobs: [{ entity: 'x', lastBackupAt: '2026-06-01' }],
      }),
      /no report of backups: jobs\.0\.lastBackupAt: /,
    ],
  ])('says what is wrong with %s', async (_, content, message) => {
    if (content !== undefined) {
      directory.addContent({ 'report-2.json': content });
    }
    await expect(collect('report-2.json')).rejects.toThrow(message);
  });

  it('has to be told where the report is', () => {
    expect(() =>
      BackupsCollector.fromConfig(mockServices.rootConfig()),
    ).toThrow('autonomy.backups.report');
  });
});
