import type { IncidentKey } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { inTransaction } from '../../database';
import type { IncidentAgenda } from '../../incidents';
import { toProposal, type ProposalRow } from '../proposals/proposalRows';
import type { ProposalDesk } from '../proposals';
import { contentOf } from './BoardIncidentAgenda';

const BATCH = 200;

/**
 * @internal
 */
export interface IncidentRoundsOptions {
  agenda: IncidentAgenda;
  desk: Pick<ProposalDesk, 'end'>;
  knex: Knex;
}

/**
 * Brings before boards what sources ask for, which come in bulk, and ends what is no longer asked.
 *
 * @internal
 */
export class IncidentRounds {
  readonly #options: IncidentRoundsOptions;

  static create(options: IncidentRoundsOptions): IncidentRounds {
    return new IncidentRounds(options);
  }

  private constructor(options: IncidentRoundsOptions) {
    this.#options = options;
  }

  /**
   * Does a part of it.
   *
   * @param now - UTC milliseconds
   * @returns for how many incidents; 0 where nothing is left
   */
  async run(now: number): Promise<number> {
    return (await this.#endOvertaken(now)) || this.#askUnasked(now);
  }

  async #askUnasked(now: number): Promise<number> {
    const { agenda, knex } = this.#options;
    let after = '';
    for (;;) {
      const rows = await unasked(knex, after);
      let count = 0;
      for (const { incident_id: id, source } of rows) {
        const isChanged = await inTransaction(knex, trx =>
          agenda.bringUpToDate(trx, { source, id }, now),
        );
        count += isChanged ? 1 : 0;
      }
      if (count > 0 || rows.length < BATCH) {
        return count;
      }
      after = rows[rows.length - 1].id;
    }
  }

  async #endOvertaken(now: number): Promise<number> {
    const { agenda, desk, knex } = this.#options;
    let after = '';
    for (;;) {
      const rows = await readOpen(knex, after);
      const isPending = await pendingOf(knex, rows);
      let count = 0;
      for (const row of rows) {
        const { appealOf, ...proposal } = toProposal(row);
        const { changeId, incidentId, source } = contentOf(proposal);
        const key: IncidentKey = { source, id: incidentId };
        if (!row.scoped_ref) {
          const reason = 'the entity is no longer in scope';
          await inTransaction(knex, trx =>
            desk.end(trx, row.id, { state: 'lapsed', reason }, now),
          );
          count += 1;
        } else if (appealOf === undefined && !isPending.has(changeId)) {
          await inTransaction(knex, async trx => {
            await agenda.bringUpToDate(trx, key, now);
            // Nothing is left of an incident that is no longer kept.
            const incident = await trx('incidents')
              .where({ source, incident_id: incidentId })
              .first('source');
            if (!incident) {
              const reason = 'the incident is no longer kept';
              await desk.end(trx, row.id, { state: 'lapsed', reason }, now);
            }
          });
          count += 1;
        }
      }
      if (count > 0 || rows.length < BATCH) {
        return count;
      }
      after = rows[rows.length - 1].id;
    }
  }
}

type OpenRow = ProposalRow & { scoped_ref: string | null };

function readOpen(knex: Knex, after: string): Promise<OpenRow[]> {
  return knex('proposals')
    .leftJoin('entities', scoped =>
      scoped
        .on('entities.entity_ref', 'proposals.entity_ref')
        .andOn('entities.in_scope', knex.raw('?', [true])),
    )
    .where({ 'proposals.matter': 'incident', 'proposals.state': 'open' })
    .where('proposals.id', '>', after)
    .orderBy('proposals.id')
    .limit(BATCH)
    .select('proposals.*', 'entities.entity_ref as scoped_ref');
}

/** Ids of the changes that wait still, of incidents that are kept. */
async function pendingOf(
  knex: Knex,
  rows: readonly OpenRow[],
): Promise<Set<string>> {
  const found = await knex('incident_proposals as changes')
    .join('incidents', incident =>
      incident
        .on('incidents.source', 'changes.source')
        .andOn('incidents.incident_id', 'changes.incident_id'),
    )
    .whereIn(
      'changes.id',
      rows.map(row => contentOf(toProposal(row)).changeId),
    )
    .whereNull('changes.decided_at')
    .select('changes.id');
  return new Set(found.map(({ id }) => id));
}

/** Changes that wait, of entities with a board that is not asked about their field. */
function unasked(
  knex: Knex,
  after: string,
): Promise<{ id: string; incident_id: string; source: string }[]> {
  return knex('incident_proposals as changes')
    .join('incidents', incident =>
      incident
        .on('incidents.source', 'changes.source')
        .andOn('incidents.incident_id', 'changes.incident_id'),
    )
    .join('entities', 'entities.entity_ref', 'incidents.entity_ref')
    .join('entity_context', 'entity_context.entity_ref', 'incidents.entity_ref')
    .where('entities.in_scope', true)
    .whereNotNull('entity_context.board_ref')
    .whereNull('changes.decided_at')
    .where('changes.id', '>', after)
    .whereNotExists(open =>
      open
        .from('proposals')
        .select(knex.raw('1'))
        .whereRaw('proposals.entity_ref = incidents.entity_ref')
        .whereRaw(
          `proposals.subject = changes.source || '/' || changes.incident_id || '/' || changes.field`,
        )
        .where({ 'proposals.matter': 'incident', 'proposals.state': 'open' }),
    )
    .orderBy('changes.id')
    .limit(BATCH)
    .select('changes.id', 'changes.source', 'changes.incident_id');
}
