import type {
  DisputedField,
  IncidentKey,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { inChunks } from '../../database';
import type { IncidentProposal, ProposalDecision } from './IncidentProposal';
import { keyText } from './IncidentRecord';

const TABLE = 'incident_proposals';
const CHUNK = 500;

/**
 * A row of `incident_proposals`.
 *
 * @internal
 */
export interface ProposalRow {
  id: string;
  source: string;
  incident_id: string;
  field: string;
  value: string;
  reason: string | null;
  proposed_by: string;
  proposed_at: number;
  decided_at: number | null;
  decided_by: string | null;
  decision: string | null;
  decision_reason: string | null;
}

/**
 * How a proposal was decided.
 *
 * @internal
 */
export interface Decided {
  decision: ProposalDecision;
  /** A user ref, or `source:<name>`. */
  decidedBy: string;
  /** UTC milliseconds. */
  decidedAt: number;
  decisionReason?: string;
}

/**
 * All proposals about incidents in the order in which they were made, by key.
 *
 * @internal
 */
export async function readProposals(
  knex: Knex,
  keys: readonly IncidentKey[],
  options: { pendingOnly?: boolean } = {},
): Promise<Map<string, IncidentProposal[]>> {
  const found = new Map<string, IncidentProposal[]>();
  for (const chunk of inChunks(keys, CHUNK)) {
    const query = knex<ProposalRow>(TABLE)
      .whereIn(
        ['source', 'incident_id'],
        chunk.map(({ id, source }) => [source, id]),
      )
      .orderBy(['proposed_at', 'id']);
    if (options.pendingOnly) {
      query.whereNull('decided_at');
    }
    for (const row of await query) {
      const proposal = toProposal(row);
      const key = keyText(proposal.incident);
      found.set(key, [...(found.get(key) ?? []), proposal]);
    }
  }
  return found;
}

/**
 * @internal
 */
export async function addProposals(
  trx: Knex.Transaction,
  proposals: readonly Omit<IncidentProposal, 'id'>[],
): Promise<void> {
  for (const chunk of inChunks(proposals, CHUNK)) {
    await trx<ProposalRow>(TABLE).insert(
      chunk.map(proposal => toRow({ ...proposal, id: randomUUID() })),
    );
  }
}

/**
 * Notes one decision on pending proposals.
 *
 * @internal
 */
export async function decideProposals(
  trx: Knex.Transaction,
  ids: readonly string[],
  { decidedAt, decidedBy, decision, decisionReason }: Decided,
): Promise<void> {
  for (const chunk of inChunks(ids, CHUNK)) {
    await trx<ProposalRow>(TABLE)
      .whereIn('id', chunk)
      .whereNull('decided_at')
      .update({
        decision,
        decided_at: decidedAt,
        decided_by: decidedBy,
        decision_reason: decisionReason ?? null,
      });
  }
}

function toRow(proposal: IncidentProposal): ProposalRow {
  return {
    id: proposal.id,
    source: proposal.incident.source,
    incident_id: proposal.incident.id,
    field: proposal.field,
    value: proposal.value,
    reason: proposal.reason ?? null,
    proposed_by: proposal.proposedBy,
    proposed_at: proposal.proposedAt,
    decided_at: proposal.decidedAt ?? null,
    decided_by: proposal.decidedBy ?? null,
    decision: proposal.decision ?? null,
    decision_reason: proposal.decisionReason ?? null,
  };
}

function toProposal(row: ProposalRow): IncidentProposal {
  return {
    id: row.id,
    incident: { source: row.source, id: row.incident_id },
    field: row.field as DisputedField,
    value: row.value,
    reason: row.reason ?? undefined,
    proposedBy: row.proposed_by,
    proposedAt: Number(row.proposed_at),
    decidedAt: row.decided_at === null ? undefined : Number(row.decided_at),
    decidedBy: row.decided_by ?? undefined,
    decision: (row.decision ?? undefined) as ProposalDecision | undefined,
    decisionReason: row.decision_reason ?? undefined,
  };
}
