import type {
  Matter,
  ProposalContent,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import type { BoardScope } from '../directory/BoardScopes';
import type { Decision } from './Decision';

/** So long nothing should wait for a board. */
const LONG_MS = 30 * 86_400_000;
/** More say nothing else; a board that decides 50 times a working day has as many in a year. */
const MOST_DECISIONS = 12_500;

/**
 * Of whom and when. Instants are UTC milliseconds, `[from, to)`.
 *
 * @internal
 */
export interface DecisionsQuestion {
  boardRef: string;
  from: number;
  to: number;
  now: number;
  scope: BoardScope;
}

/**
 * What a board decided and left undecided, about entities that somebody may read.
 *
 * @internal
 */
export class BoardDecisions {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): BoardDecisions {
    return new BoardDecisions(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Approved and rejected ones, the last first. */
  async decided(question: DecisionsQuestion): Promise<Decision[]> {
    const { from, to } = question;
    const decided = () =>
      this.#proposals(question)
        .whereIn('proposals.state', ['approved', 'rejected'])
        .where('proposals.decided_at', '>=', from)
        .where('proposals.decided_at', '<', to)
        .orderBy([
          { column: 'proposals.decided_at', order: 'desc' },
          'proposals.id',
        ])
        .limit(MOST_DECISIONS);
    const rows: any[] = await decided().select(
      'proposals.id',
      'proposals.matter',
      'proposals.state',
      'proposals.opened_at',
      'proposals.decided_at',
      this.#knex.raw(
        "case when proposals.matter = 'exemption' then proposals.content end as content",
      ),
    );
    const votes: any[] = await this.#knex('proposal_votes')
      .whereIn(
        'proposal_id',
        this.#knex
          .from(decided().select('proposals.id').as('decided'))
          .select('id'),
      )
      .select('proposal_id', 'voter_ref');
    const signers = new Map<string, string[]>();
    for (const { proposal_id: id, voter_ref: voter } of votes) {
      const known = signers.get(id);
      if (known) {
        known.push(voter);
      } else {
        signers.set(id, [voter]);
      }
    }
    return rows.map(row => ({
      matter: row.matter as Matter,
      isApproved: row.state === 'approved',
      isRenewal: isRenewal(row.content),
      openedAt: Number(row.opened_at),
      decidedAt: Number(row.decided_at),
      signers: signers.get(row.id) ?? [],
    }));
  }

  /** How many ended without a decision. */
  async lapsed(question: DecisionsQuestion): Promise<number> {
    const { from, now, to } = question;
    return countOf(
      this.#proposals(question).andWhere(over =>
        over
          .where(written =>
            written
              .where('proposals.state', 'lapsed')
              .where('proposals.decided_at', '>=', from)
              .where('proposals.decided_at', '<', to),
          )
          .orWhere(unwritten =>
            unwritten
              .where('proposals.state', 'open')
              .where('proposals.lapses_at', '>=', from)
              .where('proposals.lapses_at', '<', to)
              .where('proposals.lapses_at', '<=', now),
          ),
      ),
    );
  }

  /** How many had waited for 30 days or longer at the end of the time, or now where that is to come. */
  async overdue(question: DecisionsQuestion): Promise<number> {
    const at = Math.min(question.now, question.to);
    return countOf(
      this.#proposals(question)
        .where('proposals.opened_at', '<=', at - LONG_MS)
        .andWhere(undecided =>
          undecided
            .whereNull('proposals.decided_at')
            .orWhere('proposals.decided_at', '>', at),
        )
        .andWhere(waiting =>
          waiting
            .whereNull('proposals.lapses_at')
            .orWhere('proposals.lapses_at', '>', at),
        ),
    );
  }

  #proposals({ boardRef, scope }: DecisionsQuestion): Knex.QueryBuilder {
    return this.#knex('proposals')
      .where('proposals.board_ref', boardRef)
      .whereIn('proposals.entity_ref', scope.visible());
  }
}

function isRenewal(text: string | null): boolean {
  if (text === null) {
    return false;
  }
  const content: ProposalContent = JSON.parse(text);
  return content.matter === 'exemption' && content.renewalOf !== undefined;
}

async function countOf(query: Knex.QueryBuilder): Promise<number> {
  const row = await query.count('* as total').first();
  return Number(row.total);
}
