import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { applyMigrations, Claims } from '../../database';
import { IncidentAttribution, IncidentMapping } from '../mapping';
import { Inbox } from './Inbox';
import { InboxAcceptor } from './InboxAcceptor';
import { InboxProcessor } from './InboxProcessor';
import { INBOX_TABLE, type InboxRow } from './InboxRow';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const ENTITY = 'component:default/checkout';
const databases = TestDatabases.create();
jest.setTimeout(60_000);

const always = (value: unknown) => ({
  source: '',
  evaluate: () => value as any,
});

/** Everything about an inbox but the record of incidents, which a test can let fail. */
async function setUp(knex: Knex) {
  await applyMigrations(mockServices.database.mock(), knex);
  const clock = { time: NOW, now: async () => clock.time };
  const logger = mockServices.logger.mock();
  const recorded: string[] = [];
  let refuse = (_id: string) => false;
  const processor = InboxProcessor.create({
    claims: Claims.create<InboxRow>({
      knex,
      table: INBOX_TABLE,
      key: 'id',
      lease: 30_000,
    }),
    clock,
    index: { hasSettled: async () => true },
    knex,
    logger,
    attribution: IncidentAttribution.create({
      index: { listKnown: async () => new Set([ENTITY]) },
      mapping: IncidentMapping.create({
        areas: () => [],
        rules: [{ path: 'x', entity: always(ENTITY), severity: always('low') }],
      }),
    }),
    recorder: {
      async record(_trx: unknown, { statements }: any) {
        for (const { id } of statements) {
          if (refuse(id)) throw new Error(`the database refuses ${id}`);
        }
        recorded.push(...statements.map(({ id }: any) => id));
        return { touched: new Set(), coverageBegins: false };
      },
      announce: () => {},
    } as any,
    sources: [
      {
        id: 'desk',
        type: 'test',
        pollSchedule: {} as any,
        source: {
          read: ({ body }) => [
            {
              kind: 'incident',
              id: body.toString(),
              occurredAt: NOW,
              startedAt: NOW,
              title: 'x',
              subject: {},
            },
          ],
        },
      },
    ],
  });
  let accepted = 0;
  const acceptor = InboxAcceptor.create({
    knex,
    logger,
    onAccepted: () => {
      accepted += 1;
    },
  });
  return {
    acceptor,
    clock,
    inbox: Inbox.create({ knex, onReplay: () => {} }),
    processor,
    recorded,
    accepted: () => accepted,
    deliver: (id: string, source = 'desk') =>
      acceptor.accept({
        source,
        deliveryId: id,
        body: Buffer.from(id),
        receivedAt: NOW,
      }),
    refuse: (test: (id: string) => boolean) => {
      refuse = test;
    },
  };
}

describe.each(databases.eachSupportedId())('the inbox on %s', databaseId => {
  let knex: Knex;
  let at: Awaited<ReturnType<typeof setUp>>;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
    at = await setUp(knex);
  });
  afterEach(async () => {
    await knex.destroy();
  });

  it('commits what arrives together in as few statements as can be', async () => {
    const statements: string[] = [];
    knex.on('query', ({ sql }) => statements.push(sql));
    const ids = Array.from({ length: 150 }, (_, i) => `d${i % 120}`);
    const outcomes = await Promise.all(ids.map(id => at.deliver(id)));
    expect(outcomes.filter(outcome => outcome === 'accepted')).toHaveLength(
      120,
    );
    expect(statements.length).toBeLessThanOrEqual(6);
    expect(await at.inbox.state()).toMatchObject({ pending: 120 });
    expect(at.accepted()).toBeGreaterThan(0);
  });

  it('says that it cannot store, and nothing of why', async () => {
    await knex.schema.dropTable(INBOX_TABLE);
    await expect(at.deliver('d1')).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: 'The delivery could not be stored',
      cause: undefined,
    });
  });

  it('works off each delivery once, whoever comes first', async () => {
    await Promise.all(['a', 'b', 'c'].map(id => at.deliver(id)));
    const taken = await Promise.all([at.processor.work(), at.processor.work()]);
    expect(taken[0] + taken[1]).toBe(3);
    expect([...at.recorded].sort()).toEqual(['a', 'b', 'c']);
    expect(await at.inbox.state()).toEqual({ pending: 0, quarantined: 0 });
    expect(await at.deliver('a')).toBe('duplicate');
    expect(await at.processor.work()).toBe(0);
  });

  it('keeps one that fails from hurting the others, and gives it up in the end', async () => {
    await Promise.all(['a', 'bad', 'c'].map(id => at.deliver(id)));
    at.refuse(id => id === 'bad');
    await at.processor.work();
    expect([...at.recorded].sort()).toEqual(['a', 'c']);
    const reasonOf = async () =>
      (await knex(INBOX_TABLE).where('id', 'desk/bad').first()).reason;
    expect(await reasonOf()).toBe('the database refuses bad');
    expect(await at.processor.work()).toBe(0);

    for (let attempt = 0; attempt < 10; attempt++) {
      at.clock.time += 3_600_000;
      expect(await at.processor.work()).toBe(1);
    }
    expect(await at.inbox.state()).toEqual({ pending: 0, quarantined: 1 });
    expect(await reasonOf()).toBe(
      'given up after 10 attempts: the database refuses bad',
    );

    at.refuse(() => false);
    expect(await at.inbox.replay({ ids: ['desk/bad'] }, at.clock.time)).toBe(1);
    await at.processor.work();
    expect(at.recorded).toContain('bad');
    expect(await at.inbox.state()).toEqual({ pending: 0, quarantined: 0 });
  });

  it('sets aside what came from a source that is configured no more', async () => {
    await at.deliver('a', 'former');
    await at.processor.work();
    expect(await at.inbox.listQuarantined({ limit: 10 })).toMatchObject([
      { id: 'former/a', reason: 'the source is not configured any more' },
    ]);
    expect(
      await at.inbox.listQuarantined({ limit: 10, source: 'desk' }),
    ).toEqual([]);
  });
});

describe('InboxAcceptor', () => {
  it('sends away what is more than it can commit', async () => {
    const acceptor = InboxAcceptor.create({
      // A database that never answers.
      knex: (() => {
        const query: any = new Proxy(() => query, {
          get: (_, name) =>
            name === 'then' ? () => new Promise(() => {}) : query,
          apply: () => query,
        });
        return query;
      })(),
      logger: mockServices.logger.mock(),
      onAccepted: () => {},
    });
    const refused: unknown[] = [];
    for (let i = 0; i < 2_200; i++) {
      acceptor
        .accept({ source: 's', body: Buffer.from('x'), receivedAt: NOW })
        .catch(error => refused.push(error));
    }
    await new Promise(resolve => setImmediate(resolve));
    // One is being committed, 2,000 wait.
    expect(refused).toHaveLength(199);
    expect(refused[0]).toMatchObject({
      name: 'OverloadError',
      statusCode: 429,
    });
  });
});
