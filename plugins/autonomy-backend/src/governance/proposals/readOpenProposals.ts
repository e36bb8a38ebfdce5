import type { Matter } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { groupByEntity, inChunks } from '../../database';
import { PROPOSALS_TABLE, toProposal, type ProposalRow } from './proposalRows';
import type { StoredProposal } from './types';

const CHUNK = 500;

/**
 * What is written down as open about entities, whether or not its end has come.
 *
 * @returns by entity ref
 * @internal
 */
export async function readOpenProposals(
  knex: Knex,
  matter: Matter,
  entityRefs: readonly string[],
): Promise<Map<string, StoredProposal[]>> {
  const rows: ProposalRow[] = [];
  for (const chunk of inChunks(entityRefs, CHUNK)) {
    const found = await knex<ProposalRow>(PROPOSALS_TABLE)
      .where({ matter, state: 'open' })
      .whereIn('entity_ref', chunk)
      .orderBy('id');
    rows.push(...found);
  }
  return groupByEntity(rows, toProposal);
}
