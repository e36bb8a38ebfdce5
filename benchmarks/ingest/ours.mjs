import { DATABASE } from '../../tests/resilience/lib/backend.mjs';
import { startBackends } from '../../tests/resilience/lib/backends.mjs';
import { waitUntilDrained } from '../../tests/resilience/lib/intake.mjs';

const DRAIN_WITHIN_SECONDS = 600;
const KEPT = 'incident_inbox, incidents, incident_proposals';

/**
 * Starts the suite.
 *
 * @returns `urls`; `pids`; `countStored`, of what was worked off; `drain`, which resolves to the seconds until all is worked off; `reset`, which empties what
 * a round leaves behind, so that each begins with as little
 */
export async function startOurs({ postgres, ...options }) {
  const { backends, urls } = await startBackends({ ...options, postgres });
  return {
    urls,
    pids: backends.map(({ pid }) => pid),
    async countStored() {
      const [{ count }] = await postgres.query(
        DATABASE,
        'select count(*)::int as count from incident_inbox where done_at is not null',
      );
      return count;
    },
    drain: () => waitUntilDrained(postgres, DRAIN_WITHIN_SECONDS),
    async reset() {
      await postgres.query(DATABASE, `truncate ${KEPT}`);
      await postgres.query(DATABASE, 'vacuum analyze');
    },
  };
}
