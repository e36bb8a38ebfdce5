import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Sessions tell what they did once a second at most. */
const TOLD_AFTER_MS = 1_500;
const MEGABYTE = 1024 * 1024;
const TRANSACTION =
  /^(begin|start|commit|rollback|set|savepoint|release|deallocate)/i;

/**
 * Counts what a piece of work costs. The figures of PostgreSQL are exact: nothing else runs on it, and what the
 * benchmark itself asks is asked by another role.
 *
 * @param options.watcher - client of the role that is not counted
 * @param options.role - the one that is
 */
export function createCounters({ watcher, role }) {
  const query = async (sql, values) => (await watcher.query(sql, values)).rows;

  async function read() {
    await sleep(TOLD_AFTER_MS);
    const [wal] = await query('select wal_bytes, wal_fpi from pg_stat_wal');
    const tables = await query(
      `select relname, n_tup_ins + n_tup_upd + n_tup_del as written from pg_stat_user_tables
        where schemaname = 'public'`,
    );
    return {
      walBytes: Number(wal.wal_bytes),
      pageImages: Number(wal.wal_fpi),
      written: new Map(
        tables.map(({ relname, written }) => [relname, Number(written)]),
      ),
    };
  }

  return {
    /**
     * @param work - what to count
     * @returns `result` of the work, `statements`, `transactions`, rows `written` by table and `walBytes`
     */
    async count(work) {
      const before = await read();
      await query('select pg_stat_statements_reset()');
      const result = await work();
      const asked = await query(
        `select query, calls, rows from pg_stat_statements s join pg_roles r on r.oid = s.userid
          where rolname = $1`,
        [role],
      );
      const after = await read();
      const calls = rows =>
        rows.reduce((sum, row) => sum + Number(row.calls), 0);
      const isTransaction = row => TRANSACTION.test(row.query);
      return {
        result,
        statements: calls(asked.filter(row => !isTransaction(row))),
        transactions: calls(
          asked.filter(row => /^(commit|rollback)/i.test(row.query)),
        ),
        busiest: asked
          .filter(row => !isTransaction(row))
          .sort((a, b) => b.calls - a.calls)
          .slice(0, 40)
          .map(row => [
            Number(row.calls),
            row.query.replace(/\s+/g, ' ').slice(0, 200),
          ]),
        written: Object.fromEntries(
          [...after.written]
            .map(([table, n]) => [table, n - (before.written.get(table) ?? 0)])
            .filter(([, n]) => n > 0),
        ),
        walBytes: after.walBytes - before.walBytes,
        pageImages: after.pageImages - before.pageImages,
      };
    },
  };
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
