import autonomyPlugin from '@aligned-autonomy/backstage-plugin-autonomy-backend';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { KINDS } from './evidence';
import { run } from './run';

jest.setTimeout(120_000);

const COUNT = 1_200;
const DAY_MS = 86_400_000;

/** An incident a day, before the portal was there. */
const history = Array.from({ length: COUNT }, (_, index) => ({
  id: `INC-${index}`,
  source: 'pager',
  entityRef: `component:default/service-${index % 7}`,
  title: `Down, "again" (${index})`,
  severity: ['low', 'medium', 'high', 'critical'][index % 4],
  areas: index % 3 === 0 ? ['deployment', 'operations'] : ['security'],
  startedAt: new Date(Date.UTC(2022, 0, 1) + index * DAY_MS).toISOString(),
  irreversible: index % 50 === 0,
}));

const COLUMNS = Object.keys(history[0]) as (keyof (typeof history)[0])[];
const csv = [
  COLUMNS.join(','),
  ...history.map(incident =>
    COLUMNS.map(column => {
      const value = incident[column];
      const cell = Array.isArray(value) ? value.join(';') : String(value);
      return `"${cell.replaceAll('"', '""')}"`;
    }).join(','),
  ),
].join('\n');
const ndjson = history
  .map(incident => `${JSON.stringify(incident)}\n`)
  .join('');

describe('the command line and the plugin', () => {
  const permissions = mockServices.permissions.mock();
  let backend: TestBackend;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'autonomy-cli-'));
    await writeFile(path.join(folder, 'history.ndjson'), ndjson);
    await writeFile(path.join(folder, 'history.csv'), csv);
    backend = await startTestBackend({
      features: [
        autonomyPlugin,
        catalogServiceMock.factory(),
        permissions.factory,
      ],
    });
  });
  afterAll(async () => {
    await backend.stop();
    await rm(folder, { recursive: true });
  });
  beforeEach(() => {
    permissions.authorize.mockImplementation(async requests =>
      requests.map(() => ({ result: 'ALLOW' })),
    );
  });

  const baseUrl = () => `http://127.0.0.1:${backend.server.port()}`;

  async function autonomy(args: string[], stdin = '') {
    const stdout = new PassThrough();
    const stderr = new PassThrough();
    const exitCode = await run([...args, '--output', 'json'], {
      env: { AUTONOMY_TOKEN: mockCredentials.service.token() },
      now: Date.now,
      onInterrupt: () => () => undefined,
      stderr,
      stdin: Readable.from([Buffer.from(stdin)]),
      stdout,
    });
    stdout.end();
    stderr.end();
    return {
      exitCode,
      report: JSON.parse((await text(stdout)) || 'null'),
      stderr: await text(stderr),
    };
  }

  const backfill = (file: string, ...args: string[]) =>
    autonomy([
      ...['backfill', 'incidents', path.join(folder, file)],
      ...['--url', baseUrl(), ...args],
    ]);

  it('loads a history once, whatever format it is in', async () => {
    const all = { rejected: 0, errors: [] };
    expect(await backfill('history.ndjson', '--dry-run')).toMatchObject({
      exitCode: 0,
      report: { ...all, dryRun: true, sendable: COUNT },
    });
    const first = await backfill('history.ndjson', '--batch-size', '450');
    expect(first).toEqual({
      exitCode: 0,
      report: { ...all, stored: COUNT, unchanged: 0 },
      stderr: '',
    });
    const known = { ...all, stored: 0, unchanged: COUNT };
    expect((await backfill('history.ndjson')).report).toEqual(known);
    expect((await backfill('history.csv')).report).toEqual(known);
  });

  it('names what the backend rejects by file and line', async () => {
    const items = [history[0], { ...history[1], areas: ['cooking'] }];
    const { exitCode, report } = await autonomy(
      ['push', 'incidents', '--url', baseUrl()],
      JSON.stringify({ items }, undefined, 1),
    );
    expect(exitCode).toBe(1);
    expect(report).toMatchObject({ unchanged: 1, rejected: 1 });
    const line = JSON.stringify({ items }, undefined, 1)
      .split('\n')
      .findIndex((content, index) => index > 3 && content === '  {');
    expect(report.errors).toEqual([
      {
        file: 'stdin',
        line: line + 1,
        field: 'areas[0]',
        message: expect.stringMatching(/^expected one of .*found "cooking"$/),
      },
    ]);
  });

  it('declares the coverage of entities', async () => {
    await writeFile(path.join(folder, 'refs'), 'component:default/service-1\n');
    const { exitCode, report } = await backfill(
      ...(['history.csv', '--source', 'pager'] as const),
      ...['--coverage-from', '2022-01-01T00:00:00Z'],
      ...['--coverage-entities', path.join(folder, 'refs')],
    );
    expect({ exitCode, failure: report.failure }).toEqual({ exitCode: 0 });
    expect(report).toMatchObject({
      unchanged: COUNT,
      coverage: { source: 'pager', entities: 1, declared: true },
    });
  });

  it('tells a token without the permission from an unknown one', async () => {
    permissions.authorize.mockImplementation(async requests =>
      requests.map(() => ({ result: 'DENY' })),
    );
    expect(await backfill('history.csv')).toMatchObject({
      exitCode: 3,
      report: {
        failure: {
          message: expect.stringContaining(
            'The permission autonomy.incident.backfill is needed',
          ),
        },
      },
    });
  });

  // What the command takes for a mistake in --dry-run and in tables must be one.
  it('agrees with the API on the fields of items', async () => {
    const answer = await fetch(`${baseUrl()}/api/autonomy/v1/openapi.json`, {
      headers: { authorization: `Bearer ${mockCredentials.service.token()}` },
    });
    const { components } = (await answer.json()) as any;
    const schemas = {
      facts: 'Fact',
      incidents: 'Incident',
      deployments: 'Deployment',
    };
    for (const [name, { fields }] of Object.entries(KINDS)) {
      const schema =
        components.schemas[`${schemas[name as keyof typeof schemas]}Item`];
      const documented: Record<string, unknown> = {};
      const collect = ({ properties, required = [] }: any, prefix: string) => {
        for (const [key, value] of Object.entries<any>(properties)) {
          if (value.type === 'object' && value.properties) {
            collect(value, `${prefix}${key}.`);
          } else {
            documented[`${prefix}${key}`] = {
              required: required.includes(key),
              values: value.enum,
            };
          }
        }
      };
      collect(schema, '');
      const known = Object.entries(fields).map(
        ([field, { required, type }]) => [
          field,
          {
            required: required === true,
            values: typeof type === 'string' ? undefined : type,
          },
        ],
      );
      expect({ name, fields: Object.fromEntries(known) }).toEqual({
        name,
        fields: documented,
      });
    }
  });
});
