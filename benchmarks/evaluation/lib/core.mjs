import path from 'node:path';
import {
  createHeart,
  requireSource,
} from '../../../tests/resilience/lib/heart.mjs';
import createCatalog from './catalog.mjs';

/** The policy of the benchmark. */
export const POLICY_FILE = path.join(import.meta.dirname, '../checks.yaml');

const SCOPE = { kind: 'Component' };

/**
 * What indexes and evaluates, without a backend around it; see heart.mjs.
 *
 * @param options.connection - of PostgreSQL
 * @param options.clock - the clock of the database unless told
 * @param options.size - how many components the catalog has
 */
export async function createCore({ clock, connection, size }) {
  const { applyMigrations } = requireSource('../database/index.ts');
  const { createSweepRunner } = requireSource('../entities/index.ts');
  const heart = await createHeart({
    clock,
    connection,
    policyFiles: [POLICY_FILE],
  });
  await applyMigrations({}, heart.knex);
  const catalogSweeps = createSweepRunner({
    auth: { getOwnServiceCredentials: async () => undefined },
    catalog: createCatalog(size),
    clock: heart.clock,
    index: heart.index,
    logger: console,
    policy: heart.policy.policy,
    settings: { scope: SCOPE, boards: new Map() },
    onSwept: () => {},
  });
  return { ...heart, catalogSweeps };
}
