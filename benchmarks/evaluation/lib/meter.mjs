import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inRoot } from '../../../scripts/lib/root.mjs';
import { DATABASE } from '../../../tests/resilience/lib/backend.mjs';
import { cpuSeconds } from '../../ingest/cpu.mjs';

const require = createRequire(inRoot('packages/backend/package.json'));
const { Client, Pool } = require('pg');

const CONTROL = /^(begin|commit|rollback|set|start|savepoint|release)\b/i;
const WRITES = /\b(insert into|update|delete from) "?(\w+)"?/i;

/** Settings of a server that counts statements. */
export const COUNTING = {
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.max': 10_000,
};

/**
 * A role of its own, by which the statements of a process are told from those of others.
 *
 * @returns where to connect to
 */
export async function roleOf({ password, port, query }, role) {
  await query(
    'postgres',
    `create role ${role} superuser login password '${password}'`,
  );
  return `postgresql://${role}:${password}@127.0.0.1:${port}/${DATABASE}`;
}

/**
 * Counts what a process does: statements, rows and WAL of the database by role, memory, time of the processor.
 *
 * @param options.role - of whom to count
 */
export async function createMeter({ connectionString, defer }) {
  const pool = new Pool({ connectionString, max: 2 });
  pool.on('error', () => {});
  defer(() => pool.end());
  const query = async (sql, values) => (await pool.query(sql, values)).rows;
  await query('create extension if not exists pg_stat_statements');

  async function statementsOf(role) {
    return query(
      `select query, calls::float, rows::float, total_exec_time as ms, wal_bytes::float as wal
         from pg_stat_statements(true) s
         join pg_roles r on r.oid = s.userid
         join pg_database d on d.oid = s.dbid
        where r.rolname = $1 and d.datname = $2`,
      [role, DATABASE],
    );
  }

  return {
    query,
    /**
     * Does some work and tells what it took.
     *
     * @param of - `role` of the statements, `pid` of the process, `loop` to ask it for its delays
     * @param work - resolves to the seconds that count, or to nothing where all do
     */
    async measure({ loop, pid, role }, work) {
      await query('checkpoint');
      await query('select pg_stat_statements_reset()');
      const [{ lsn }] = await query('select pg_current_wal_lsn() as lsn');
      // From now on the peak is that of this work.
      writeFileSync(`/proc/${pid}/clear_refs`, '5');
      await loop?.();
      const cpu = cpuSeconds([pid]);
      const begun = performance.now();
      const counted = await work();
      const seconds = counted ?? (performance.now() - begun) / 1_000;
      const delays = await loop?.();
      const statements = await statementsOf(role);
      const [{ wal }] = await query(
        'select pg_wal_lsn_diff(pg_current_wal_lsn(), $1)::float as wal',
        [lsn],
      );
      return {
        seconds,
        cpuSeconds: cpuSeconds([pid]) - cpu,
        ...countsOf(statements),
        walBytes: wal,
        peakMb: statusMb(pid, 'VmHWM'),
        loopMs: delays,
        top: topOf(statements),
      };
    },
  };
}

/** Of a process, in megabytes, such as VmHWM, the peak of what it had in memory. */
export function statusMb(pid, field) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const [, kilobytes] = status.match(new RegExp(`^${field}:\\s+(\\d+)`, 'm'));
  return Number(kilobytes) / 1_024;
}

function countsOf(statements) {
  const sum = (list, field) => list.reduce((all, each) => all + each[field], 0);
  const own = statements.filter(({ query }) => !CONTROL.test(query));
  const written = {};
  for (const { query, rows } of own) {
    const [, , table] = WRITES.exec(withoutLocks(query)) ?? [];
    if (table && !table.startsWith('backstage_') && rows > 0) {
      written[table] = (written[table] ?? 0) + rows;
    }
  }
  return {
    statements: sum(own, 'calls'),
    statementsWithControl: sum(statements, 'calls'),
    databaseSeconds: sum(statements, 'ms') / 1_000,
    statementWalBytes: sum(statements, 'wal'),
    rowsWritten: written,
  };
}

/** `for update` locks and writes nothing. */
const withoutLocks = query => query.replace(/\bfor (no key )?update\b/gi, '');

function topOf(statements) {
  return [...statements]
    .sort((a, b) => b.ms - a.ms)
    .slice(0, 12)
    .map(({ calls, ms, query, rows }) => ({
      ms: Math.round(ms),
      calls,
      rows,
      query: query.replace(/\s+/g, ' ').slice(0, 160),
    }));
}

/** A connection of its own, for what must not wait. */
export async function connect(connectionString, defer) {
  const client = new Client({ connectionString });
  client.on('error', () => {});
  await client.connect();
  defer(() => client.end());
  return client;
}
