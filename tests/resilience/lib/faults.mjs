import { setTimeout as sleep } from 'node:timers/promises';

const DISTURBED_MS = 3_000;

/**
 * Ways to lose a database; each resolves when the database is back.
 */
export function createFaults({ postgres, proxy }) {
  const disturb = mode => async () => {
    proxy.disturb(mode);
    await sleep(DISTURBED_MS);
    proxy.disturb(undefined);
  };
  return {
    /** The server ends every connection. */
    terminate: () =>
      postgres.query(
        'postgres',
        "select pg_terminate_backend(pid) from pg_stat_activity where datname like 'backstage%'",
      ),
    /** The server dies and recovers. */
    restart: async () => {
      await postgres.stopImmediately();
      await postgres.start();
    },
    cut: disturb('cut'),
    halfOpen: disturb('halfOpen'),
    hold: disturb('hold'),
  };
}
