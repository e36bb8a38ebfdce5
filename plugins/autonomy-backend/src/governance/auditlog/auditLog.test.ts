import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { applyMigrations, isPostgres } from '../../database';
import { AuditLog } from './AuditLog';
import { AuditLogQueries } from './AuditLogQueries';
import { hashOf } from './hashOf';
import { verifyChain } from './verifyChain';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const NOW = Date.parse('2026-06-01T12:00:00Z');
const PAYMENTS = 'domain:default/payments';
const CHECKOUT = 'component:default/checkout';

describe.each(databases.eachSupportedId())('the audit log on %s', id => {
  let knex: Knex;
  let queries: AuditLogQueries;
  const log = AuditLog.create();

  beforeAll(async () => {
    knex = await databases.init(id);
    await applyMigrations(mockServices.database.mock(), knex);
    queries = AuditLogQueries.create({ knex });
  });
  afterAll(() => knex.destroy());

  const append = (rest: object = {}, at = NOW) =>
    knex.transaction(trx =>
      log.append(
        trx,
        {
          domainRef: PAYMENTS,
          actorRef: 'user:default/ann',
          action: 'plan-signed',
          entityRef: CHECKOUT,
          details: { b: 'ü "quoted"', a: [1, null] },
          ...rest,
        },
        at,
      ),
    );

  /** A chain of its own with some entries. */
  let made = 0;
  async function chainOf(entries: number): Promise<string> {
    made += 1;
    const domainRef = `domain:default/d${made}`;
    for (let n = 1; n <= entries; n++) {
      await append({ domainRef, details: { n } }, NOW + n);
    }
    return domainRef;
  }

  const verify = (chain: string, head?: { sequence: number; hash: string }) =>
    verifyChain(queries, { chain, head });

  /** As somebody who owns the database can. */
  async function beneathTriggers(work: () => Promise<unknown>) {
    if (isPostgres(knex)) {
      await knex.raw('alter table audit_log disable trigger user');
      await work();
      await knex.raw('alter table audit_log enable trigger user');
      return;
    }
    const triggers: { name: string; sql: string }[] = await knex(
      'sqlite_master',
    )
      .where({ type: 'trigger', tbl_name: 'audit_log' })
      .select('name', 'sql');
    expect(triggers).toHaveLength(2);
    for (const { name } of triggers) {
      await knex.raw(`drop trigger ${name}`);
    }
    await work();
    for (const { sql } of triggers) {
      await knex.raw(sql);
    }
  }

  it('is empty and intact where nobody has written', async () => {
    expect(await verify('domain:default/nothing')).toEqual({
      chain: 'domain:default/nothing',
      entries: 0,
      intact: true,
    });
    expect(await queries.count('domain:default/nothing')).toBe(0);
  });

  it('tells what was written, each chain by itself', async () => {
    await append();
    await append({ domainRef: undefined, entityRef: undefined });
    await append({ action: 'grant-revoked' }, NOW + 1);
    const [second, first] = await queries.list({ chain: PAYMENTS, limit: 9 });
    expect(first).toMatchObject({
      chain: PAYMENTS,
      sequence: 1,
      at: NOW,
      actorRef: 'user:default/ann',
      entityRef: CHECKOUT,
      details: JSON.stringify({ b: 'ü "quoted"', a: [1, null] }),
    });
    expect(second).toMatchObject({
      sequence: 2,
      action: 'grant-revoked',
      previousHash: first.hash,
    });
    const head = { sequence: 2, hash: second.hash };
    expect(await verify(PAYMENTS)).toEqual({
      chain: PAYMENTS,
      entries: 2,
      intact: true,
      head,
    });
    expect(await verify('central')).toMatchObject({
      entries: 1,
      intact: true,
    });
    const chains = await queries.chains();
    expect(chains).toContainEqual({ chain: PAYMENTS, head });
    expect(chains.map(({ chain }) => chain)).toContain('central');
  });

  it('is part of what it tells of', async () => {
    const chain = await chainOf(1);
    await expect(
      knex.transaction(async trx => {
        const entry = { actorRef: 'user:default/bo', action: 'x', details: {} };
        await log.append(trx, { ...entry, domainRef: chain }, NOW);
        throw new Error('refused');
      }),
    ).rejects.toThrow('refused');
    expect(await verify(chain)).toMatchObject({ entries: 1, intact: true });
  });

  it('is walked in pages', async () => {
    const chain = await chainOf(3);
    const [last] = await queries.list({ chain, limit: 1 });
    const rows = [];
    let previousHash = last.hash;
    for (let sequence = 4; sequence <= 1_200; sequence++) {
      const entry = { ...last, sequence, previousHash };
      previousHash = hashOf(entry);
      rows.push({
        chain,
        sequence,
        at: entry.at,
        actor_ref: entry.actorRef,
        action: entry.action,
        entity_ref: entry.entityRef,
        details: entry.details,
        previous_hash: entry.previousHash,
        hash: previousHash,
      });
    }
    await knex.batchInsert('audit_log', rows, 100);
    await knex('audit_chains')
      .where({ chain })
      .update({ sequence: 1_200, hash: previousHash });
    expect(await verify(chain)).toEqual({
      chain,
      entries: 1_200,
      intact: true,
      head: { sequence: 1_200, hash: previousHash },
    });
    await beneathTriggers(() =>
      knex('audit_log').where({ chain, sequence: 777 }).update({ action: 'y' }),
    );
    expect(await verify(chain)).toMatchObject({
      entries: 1_200,
      intact: false,
      fault: { sequence: 777 },
    });
  });

  it('is never changed or shortened by what the suite may do', async () => {
    const chain = await chainOf(2);
    const rows = () => knex('audit_log').where({ chain });
    const refusal = /never changed or removed/;
    await expect(rows().update({ action: 'x' })).rejects.toThrow(refusal);
    await expect(rows().delete()).rejects.toThrow(refusal);
    expect(await verify(chain)).toMatchObject({ entries: 2, intact: true });
  });

  it.each([
    ['chain', { chain: 'domain:default/elsewhere' }, 'missing'],
    ['sequence', { sequence: 9 }, 'missing'],
    ['at', { at: NOW - 1 }, 'changed'],
    ['actor', { actor_ref: 'user:default/bo' }, 'changed'],
    ['action', { action: 'plan-lifted' }, 'changed'],
    ['entity', { entity_ref: null }, 'changed'],
    ['details', { details: '{"n":3}' }, 'changed'],
    ['details that are no JSON', { details: '{' }, 'changed'],
    ['previous hash', { previous_hash: 'x' }, 'changed'],
    ['hash', { hash: 'x' }, 'changed'],
  ])('finds out about another %s', async (_, change, what) => {
    const chain = await chainOf(4);
    await beneathTriggers(() =>
      knex('audit_log').where({ chain, sequence: 2 }).update(change),
    );
    expect(await verify(chain)).toMatchObject({
      intact: false,
      fault: { sequence: 2, reason: expect.stringContaining(what) },
    });
  });

  it('finds out about an entry that was made to fit itself', async () => {
    const chain = await chainOf(4);
    const [, , entry] = await queries.list({ chain, limit: 9 });
    expect(entry.sequence).toBe(2);
    const forged = { ...entry, details: '{"n":99}' };
    await beneathTriggers(() =>
      knex('audit_log')
        .where({ chain, sequence: 2 })
        .update({ details: forged.details, hash: hashOf(forged) }),
    );
    expect(await verify(chain)).toEqual({
      chain,
      entries: 4,
      intact: false,
      fault: {
        sequence: 3,
        reason: 'The entry does not follow the one before it',
      },
    });
  });

  it.each([
    ['the first', 1, 1, 'the next one is 2'],
    ['one in the middle', 3, 3, 'the next one is 4'],
    ['the last', 4, 4, 'there were 4'],
  ])('finds out that %s is missing', async (_, sequence, at, reason) => {
    const chain = await chainOf(4);
    await beneathTriggers(() =>
      knex('audit_log').where({ chain, sequence }).delete(),
    );
    expect(await verify(chain)).toEqual({
      chain,
      entries: 3,
      intact: false,
      fault: { sequence: at, reason: expect.stringContaining(reason) },
    });
  });

  it('finds out that all are missing', async () => {
    const chain = await chainOf(2);
    await beneathTriggers(() => knex('audit_log').where({ chain }).delete());
    expect(await verify(chain)).toMatchObject({
      entries: 0,
      intact: false,
      fault: { sequence: 1 },
    });
  });

  it('finds out about entries beside the chain', async () => {
    const chain = await chainOf(3);
    const [, second] = await queries.list({ chain, limit: 9 });
    await knex('audit_chains')
      .where({ chain })
      .update({ sequence: second.sequence, hash: second.hash });
    expect(await verify(chain)).toMatchObject({
      intact: false,
      fault: { sequence: 3, reason: expect.stringContaining('beside') },
    });
    await knex('audit_chains').where({ chain }).update({ sequence: 3 });
    expect(await verify(chain)).toMatchObject({
      intact: false,
      fault: { sequence: 3, reason: expect.stringContaining('last') },
    });
  });

  it('needs a head kept elsewhere to find out about a chain that was cut or written anew', async () => {
    const chain = await chainOf(3);
    const kept = (await verify(chain)).head!;
    await append({ domainRef: chain });
    expect(await verify(chain, kept)).toMatchObject({ intact: true });
    await beneathTriggers(async () => {
      await knex('audit_log').where({ chain }).delete();
      await knex('audit_chains').where({ chain }).delete();
    });
    for (let n = 1; n <= 2; n++) {
      await append({ domainRef: chain, details: { n } }, NOW + n);
    }
    expect(await verify(chain)).toMatchObject({ entries: 2, intact: true });
    expect(await verify(chain, kept)).toMatchObject({
      intact: false,
      fault: { sequence: 3, reason: expect.stringContaining('there were 3') },
    });
    await append({ domainRef: chain, details: { n: 'another' } });
    expect(await verify(chain, kept)).toMatchObject({
      entries: 3,
      intact: false,
      fault: { sequence: 3, reason: expect.stringContaining('kept') },
    });
  });

  it('stays intact while many write to it at once', async () => {
    const chain = await chainOf(0);
    const writing = Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        append({ domainRef: chain, details: { n } }),
      ),
    );
    do {
      expect(await verify(chain)).toMatchObject({ intact: true });
    } while ((await queries.count(chain)) < 20);
    await writing;
    expect(await verify(chain)).toMatchObject({ entries: 20, intact: true });
  });
});
