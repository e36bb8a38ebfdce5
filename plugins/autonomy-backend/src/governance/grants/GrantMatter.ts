import {
  autonomyGrantCreatePermission,
  type ProposalContent,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import type {
  MatterHandler,
  ProposalOutcome,
  StoredProposal,
} from '../proposals';
import type { DatabaseGrants } from './DatabaseGrants';
import type { GrantQueries } from './GrantQueries';

type Content = Extract<ProposalContent, { matter: 'grant' }>;

/**
 * @internal
 */
export interface GrantMatterOptions {
  grants: DatabaseGrants;
  queries: Pick<GrantQueries, 'get'>;
}

/**
 * Makes decisions about grants true. One is in force from the instant of the decision, or from the end of the one that
 * it renews.
 *
 * @internal
 */
export class GrantMatter implements MatterHandler {
  readonly matter = 'grant';
  readonly permission = autonomyGrantCreatePermission;
  readonly #options: GrantMatterOptions;

  static create(options: GrantMatterOptions): MatterHandler {
    return new GrantMatter(options);
  }

  private constructor(options: GrantMatterOptions) {
    this.#options = options;
  }

  async settle(
    trx: Knex.Transaction,
    proposal: StoredProposal,
    outcome: ProposalOutcome,
    now: number,
  ): Promise<void> {
    const { grants } = this.#options;
    const { grantId } = proposal.content as Content;
    const isAppeal = proposal.appealOf !== undefined;
    const { by, reason, state } = outcome;
    if (state === 'approved') {
      const from = await this.#startOf(trx, proposal, now);
      const approval = { outcome: state, at: now, from, proposal };
      await grants.decide(trx, grantId, approval, isAppeal);
    } else if (state === 'rejected') {
      const refusal = { outcome: state, at: now, proposal };
      await grants.decide(trx, grantId, refusal, isAppeal);
    } else if (isAppeal) {
      // Without an appeal the rejection stands.
    } else if (state === 'withdrawn') {
      await grants.withdraw(trx, grantId, { at: now, by, reason });
    } else {
      const lapse = { outcome: state, at: now, proposal };
      await grants.decide(trx, grantId, lapse, false);
    }
  }

  async #startOf(
    trx: Knex.Transaction,
    { content }: StoredProposal,
    now: number,
  ): Promise<number> {
    const { expiresAt, renewalOf } = content as Content;
    let from = now;
    if (renewalOf !== undefined) {
      const former = await this.#options.queries.get(renewalOf, now, trx);
      if (former?.state !== 'in-force' && former?.state !== 'expired') {
        throw new ConflictError(
          `The grant ${renewalOf} cannot be renewed any more: it is ${
            former?.state ?? 'gone'
          }`,
        );
      }
      // Without a gap, where the decision came in time.
      from = Math.max(now, former.endsAt);
    }
    if (expiresAt <= from) {
      throw new ConflictError(
        `The grant would end at ${new Date(
          expiresAt,
        ).toISOString()}, before it could begin`,
      );
    }
    return from;
  }
}
