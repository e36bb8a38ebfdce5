import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { cpuSeconds } from '../ingest/cpu.mjs';

const TOLD_AFTER_MS = 1_500;
const WRITE = /^\s*(?:insert into|update|delete from)\s+"?(\w+)/i;
const MOST_SHOWN = 15;
const MEGABYTE = 1024 * 1024;
const TRANSACTION =
  /^(begin|start|commit|rollback|set|savepoint|release|deallocate)/i;

/**
 * Counts what a piece of work costs. The figures of PostgreSQL are exact: nothing else runs on it, and what the
 * benchmark itself asks is asked by another role.
 *
 * @param options.watcher - client of the role that is not counted
 * @param options.role - the one that is
 * @param options.pids - of processes whose time of the processor is counted, as a list or what tells it
 */
export function createCounters({ pids = [], role, watcher }) {
  const pidsNow = () => (typeof pids === 'function' ? pids() : pids);
  const query = async (sql, values) => (await watcher.query(sql, values)).rows;

  async function readWal() {
    const [wal] = await query(
      'select pg_current_wal_lsn() as lsn, wal_fpi from pg_stat_wal',
    );
    return { lsn: wal.lsn, pageImages: Number(wal.wal_fpi) };
  }

  return {
    /**
     * @param work - what to count
     * @returns `result` of the work, `statements`, `transactions`, rows `written` by table, `walBytes`,
     * `databaseMs` and `cpuSeconds`; the `busiest` statements by the time that they took
     */
    async count(work) {
      const before = await readWal();
      await query('select pg_stat_statements_reset()');
      const cpuBefore = cpuSeconds(pidsNow());
      const result = await work();
      const cpu = cpuSeconds(pidsNow()) - cpuBefore;
      const asked = await query(
        `select query, calls, rows, total_exec_time as ms from pg_stat_statements s join pg_roles r on r.oid = s.userid
          where rolname = $1`,
        [role],
      );
      const [{ wal }] = await query(
        'select pg_wal_lsn_diff(pg_current_wal_lsn(), $1)::float8 as wal',
        [before.lsn],
      );
      // Sessions tell of their page images once a second at most.
      await sleep(TOLD_AFTER_MS);
      const after = await readWal();
      const calls = rows =>
        rows.reduce((sum, row) => sum + Number(row.calls), 0);
      const isTransaction = row => TRANSACTION.test(row.query);
      return {
        result,
        cpuSeconds: cpu,
        statements: calls(asked.filter(row => !isTransaction(row))),
        transactions: calls(
          asked.filter(row => /^(commit|rollback)/i.test(row.query)),
        ),
        busiest: asked
          .filter(row => !isTransaction(row))
          .sort((a, b) => b.ms - a.ms)
          .slice(0, MOST_SHOWN)
          .map(row => ({
            calls: Number(row.calls),
            rows: Number(row.rows),
            ms: Math.round(row.ms),
            statement: row.query.replace(/\s+/g, ' ').slice(0, 200),
          })),
        databaseMs: Math.round(asked.reduce((sum, { ms }) => sum + ms, 0)),
        written: writtenBy(asked),
        walBytes: wal,
        pageImages: after.pageImages - before.pageImages,
      };
    },
  };
}

/** Rows by table; those of the schedule of Backstage are not the suite's. */
function writtenBy(asked) {
  const written = {};
  for (const { query, rows } of asked) {
    const [, table] = WRITE.exec(query) ?? [];
    if (table && !table.startsWith('backstage_') && Number(rows) > 0) {
      written[table] = (written[table] ?? 0) + Number(rows);
    }
  }
  return written;
}

/** The most memory that a process had since it was asked before, in megabytes (Linux). */
export function peakMemory(pid) {
  const [, kilobytes] = /^VmHWM:\s+(\d+)/m.exec(
    readFileSync(`/proc/${pid}/status`, 'utf8'),
  );
  // From now on the peak is that of what follows.
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
  return (Number(kilobytes) * 1024) / MEGABYTE;
}
