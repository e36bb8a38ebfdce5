import type { Incident } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { readOpenProposals } from '../../governance/proposals/readOpenProposals';

/**
 * What boards are asked about incidents.
 *
 * @returns id of the change to id of the open proposal about it
 * @internal
 */
export async function readAsked(
  knex: Knex,
  incidents: readonly Pick<Incident, 'entityRef'>[],
): Promise<Map<string, string>> {
  const refs = [...new Set(incidents.map(({ entityRef }) => entityRef))];
  const open = await readOpenProposals(knex, 'incident', refs);
  return new Map(
    [...open.values()].flat().flatMap(({ appealOf, content, id }) =>
      // An appeal asks about what was declined.
      content.matter === 'incident' && appealOf === undefined
        ? [[content.changeId, id] as const]
        : [],
    ),
  );
}
