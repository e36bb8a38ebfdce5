import type {
  Matter,
  ProposalVote,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { inChunks } from '../../database';
import {
  PROPOSALS_TABLE,
  toProposal,
  toProposalRow,
  toVote,
  VOTES_TABLE,
  type ProposalRow,
  type VoteRow,
} from './proposalRows';
import type {
  ProposalOutcome,
  ProposalWithVotes,
  StoredProposal,
} from './types';

const CHUNK = 200;

/**
 * Where proposals and votes are kept.
 *
 * @internal
 */
export class DatabaseProposals {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DatabaseProposals {
    return new DatabaseProposals(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async get(
    id: string,
    knex: Knex = this.#knex,
  ): Promise<ProposalWithVotes | undefined> {
    const row = await knex<ProposalRow>(PROPOSALS_TABLE).where({ id }).first();
    return row && (await this.withVotes([toProposal(row)], knex))[0];
  }

  /** The proposal, which nobody else can change until the end of the transaction. */
  async lock(
    trx: Knex.Transaction,
    id: string,
  ): Promise<ProposalWithVotes | undefined> {
    const row = await trx<ProposalRow>(PROPOSALS_TABLE)
      .where({ id })
      .forUpdate()
      .first();
    return row && (await this.withVotes([toProposal(row)], trx))[0];
  }

  /** Those that are written down as open, whether or not their end has come; locked. */
  async lockOpen(
    trx: Knex.Transaction,
    of: { entityRef: string; matter: Matter; subject?: string },
  ): Promise<StoredProposal[]> {
    const query = trx<ProposalRow>(PROPOSALS_TABLE)
      .where({ entity_ref: of.entityRef, matter: of.matter, state: 'open' })
      .orderBy('id')
      .forUpdate();
    if (of.subject !== undefined) {
      query.where('subject', of.subject);
    }
    return (await query).map(toProposal);
  }

  /** @returns false where one about the same is open already */
  async add(trx: Knex.Transaction, proposal: StoredProposal): Promise<boolean> {
    const added = await trx(PROPOSALS_TABLE)
      .insert(toProposalRow(proposal))
      .onConflict()
      .ignore()
      .returning('id');
    return added.length > 0;
  }

  /** @throws ConflictError where the voter has voted */
  async addVote(
    trx: Knex.Transaction,
    id: string,
    vote: ProposalVote,
  ): Promise<void> {
    const added = await trx(VOTES_TABLE)
      .insert({
        proposal_id: id,
        voter_ref: vote.voterRef,
        vote: vote.vote,
        comment: vote.comment,
        cast_at: vote.castAt,
      })
      .onConflict(['proposal_id', 'voter_ref'])
      .ignore()
      .returning('voter_ref');
    if (added.length === 0) {
      throw new ConflictError(`${vote.voterRef} has voted on this already`);
    }
  }

  async close(
    trx: Knex.Transaction,
    id: string,
    outcome: ProposalOutcome & { at: number; quorum?: number },
  ): Promise<void> {
    await trx<ProposalRow>(PROPOSALS_TABLE)
      .where({ id, state: 'open' })
      .update({
        state: outcome.state,
        decided_at: outcome.at,
        outcome_reason: outcome.reason ?? null,
        quorum: outcome.quorum ?? null,
      });
  }

  /** Ids of those whose end has come, the first first. */
  async due(now: number, limit: number): Promise<string[]> {
    const rows = await this.#knex(PROPOSALS_TABLE)
      .where('state', 'open')
      .where('lapses_at', '<=', now)
      .orderBy(['lapses_at', 'id'])
      .limit(limit)
      .select('id');
    return rows.map(({ id }) => id);
  }

  async withVotes<T extends StoredProposal>(
    proposals: readonly T[],
    knex: Knex = this.#knex,
  ): Promise<(T & { votes: ProposalVote[] })[]> {
    const votes = new Map<string, ProposalVote[]>();
    for (const chunk of inChunks(proposals, CHUNK)) {
      const rows = await knex<VoteRow>(VOTES_TABLE)
        .whereIn(
          'proposal_id',
          chunk.map(({ id }) => id),
        )
        .orderBy(['cast_at', 'voter_ref']);
      for (const row of rows) {
        const { proposal_id: id } = row;
        votes.set(id, [...(votes.get(id) ?? []), toVote(row)]);
      }
    }
    return proposals.map(proposal => ({
      ...proposal,
      votes: votes.get(proposal.id) ?? [],
    }));
  }
}
