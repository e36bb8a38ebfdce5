import type { Knex } from 'knex';
import { difference } from 'lodash';
import { isPostgres } from '../../database';
import { deleteHeld } from '../deleteHeld';
import type { RetentionPeriods } from '../RetentionPeriods';
import type { RetentionStep } from '../RetentionStep';

/** Few, because each may have thousands of rows elsewhere. */
const ENTITIES_AT_ONCE = 20;

/**
 * What is about one entity and nobody else: the key by which rows are deleted, by table. Incidents are not
 * among them, because they may be another one's too.
 */
const TABLES: Record<string, readonly string[]> = {
  facts: ['entity_ref', 'collector'],
  fact_history: ['entity_ref', 'collector', 'collected_at'],
  deployments: ['source', 'deployment_id'],
  coverage: ['entity_ref', 'source', 'from_at'],
  attestations: ['id'],
  trust_audits: ['id'],
  exemption_requests: ['id'],
  exemptions: ['id'],
  grants: ['id'],
  plans: ['id'],
  evaluation_points: ['entity_ref', 'at'],
  evaluation_events: ['id'],
  evaluation_queue: ['entity_ref'],
  placements: ['entity_ref'],
  promotion_decisions: ['id'],
  // Their votes go with them.
  proposals: ['id'],
  evaluation_mismatches: ['entity_ref', 'area'],
  evaluations: ['entity_ref'],
};

/**
 * The record of entities that left long ago, and everything that was reported about them.
 *
 * @internal
 */
export function departedEntities({
  departed,
}: RetentionPeriods): RetentionStep {
  return {
    name: 'departed-entities',
    async run(trx, { after = [''], limit, now }) {
      const refs = await readRefs(trx, now - departed, after[0]);
      let deleted = 0;
      let isRest = false;
      for (const [table, key] of Object.entries(TABLES)) {
        const count = await deleteHeld(trx, table, key, query =>
          query.whereIn('entity_ref', refs).limit(limit),
        );
        deleted += count;
        isRest ||= count === limit;
      }
      if (isRest) {
        return { deleted, next: after };
      }
      const held = await readHeld(trx, refs);
      deleted += await trx('departed_entities')
        .whereIn('entity_ref', difference(refs, held))
        .delete();
      return {
        deleted,
        next: refs.length < ENTITIES_AT_ONCE ? undefined : refs.slice(-1),
      };
    },
  };
}

/** Those of whom something is left because somebody is writing it: it is for the next run. */
async function readHeld(
  trx: Knex.Transaction,
  refs: readonly string[],
): Promise<string[]> {
  const held: string[] = [];
  for (const table of Object.keys(TABLES)) {
    const rows = await trx(table)
      .whereIn('entity_ref', refs)
      .distinct('entity_ref');
    held.push(...rows.map(row => row.entity_ref));
  }
  return held;
}

/** Who comes back meanwhile waits until it is done, and begins anew. */
async function readRefs(
  trx: Knex.Transaction,
  before: number,
  after: string | number,
): Promise<string[]> {
  const query = trx('departed_entities')
    .where('entity_ref', '>', after)
    .where('departed_at', '<=', before)
    .orderBy('entity_ref')
    .limit(ENTITIES_AT_ONCE)
    .select('entity_ref');
  if (isPostgres(trx)) {
    query.forUpdate();
  }
  const rows = await query;
  return rows.map(row => row.entity_ref);
}
