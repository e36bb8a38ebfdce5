import {
  rightName,
  type AreaPolicy,
  type CompiledPolicy,
  type EntitySnapshot,
  type NewGrant,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { InputError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { createTimedId } from '../../attestations/createTimedId';
import { inTransaction, type Clock } from '../../database';
import type { EvaluationMarks } from '../../evaluation';
import type { ProposalDesk } from '../proposals';
import { readEvaluation } from '../readEvaluation';
import type { DatabaseGrants } from './DatabaseGrants';
import { grantEvidence } from './grantEvidence';
import type { GrantQueries } from './GrantQueries';
import { assertGrantable, assertRenewable } from './grantRules';
import type { ListedGrant } from './types';

/**
 * @internal
 */
export interface GrantDeskOptions {
  clock: Clock;
  desk: Pick<ProposalDesk, 'open'>;
  grants: DatabaseGrants;
  knex: Knex;
  /** Notes with an audit of the entity what was made of it; throws where there is none. */
  linkAction: (
    trx: Knex.Transaction,
    auditId: string,
    made: {
      entityRef: string;
      kind: 'grant';
      areas: readonly string[];
      ref: string;
      title: string;
    },
  ) => Promise<void>;
  marks: EvaluationMarks;
  policy: CompiledPolicy;
  queries: Pick<GrantQueries, 'get'>;
}

/**
 * In whose name a grant is brought to the board.
 *
 * @internal
 */
export interface GrantOpener {
  userRef: string;
  /** An owner, who asks; else a member of the board, who moves it. */
  isOwner: boolean;
}

/**
 * The rules of proposing grants, for callers who may.
 *
 * @internal
 */
export class GrantDesk {
  readonly #options: GrantDeskOptions;

  static create(options: GrantDeskOptions): GrantDesk {
    return new GrantDesk(options);
  }

  private constructor(options: GrantDeskOptions) {
    this.#options = options;
  }

  /** @throws InputError where the policy has none of the id */
  areaOf(id: string): AreaPolicy {
    const { areas } = this.#options.policy.policy;
    const area = areas.find(known => known.id === id);
    if (!area) {
      throw new InputError(
        `Invalid area: expected one of ${areas
          .map(known => known.id)
          .join(', ')}, found ${JSON.stringify(id.slice(0, 60))}`,
      );
    }
    return area;
  }

  /**
   * @returns id of the grant
   * @throws InputError; NotFoundError before the first evaluation, or without the audit; ConflictError where one in the
   * area is proposed
   */
  async propose(
    grant: NewGrant,
    entity: EntitySnapshot,
    opener: GrantOpener,
  ): Promise<string> {
    const { clock, knex } = this.#options;
    const now = await clock.now();
    return inTransaction(knex, trx =>
      this.#open(trx, grant, entity, opener, now),
    );
  }

  /**
   * Proposes what follows a grant in force.
   *
   * @returns id of the new grant
   * @throws InputError; ConflictError where it cannot be renewed, or not any more
   */
  async renew(
    id: string,
    renewal: { expiresAt: number; reason: string },
    entity: EntitySnapshot,
    opener: GrantOpener,
  ): Promise<string> {
    const { clock, knex, marks, queries } = this.#options;
    const now = await clock.now();
    return inTransaction(knex, async trx => {
      // Whoever renews the same at the same moment waits here.
      await marks.mark(trx, [entity.entityRef], now);
      const former = await queries.get(id, now, trx);
      if (!former) {
        throw new NotFoundError(`No grant ${id}`);
      }
      const { area, auditId, entityRef, right, trial } = former;
      const grant = { area, auditId, entityRef, right, trial, ...renewal };
      return this.#open(trx, grant, entity, opener, now, former);
    });
  }

  async #open(
    trx: Knex.Transaction,
    grant: NewGrant,
    entity: EntitySnapshot,
    { isOwner, userRef }: GrantOpener,
    now: number,
    former?: ListedGrant,
  ): Promise<string> {
    const { desk, grants, linkAction, marks, policy: compiled } = this.#options;
    const { policy } = compiled.forDomains(entity.domainChain ?? []);
    const { area, entityRef, expiresAt, reason, right, trial } = grant;
    await marks.mark(trx, [entityRef], now);
    const evaluation = await readEvaluation(trx, entityRef);
    const stands = evaluation?.rights.find(each => each.area === area);
    if (!stands) {
      throw new NotFoundError(`No evaluation of ${entityRef} in ${area}`);
    }
    const { recommended } = stands;
    if (former) {
      const lifts = right > recommended;
      assertRenewable({ ...former, lifts }, policy, now);
    }
    const from = former?.endsAt ?? now;
    const isTrial = trial !== undefined;
    assertGrantable({ right, from, expiresAt, isTrial, recommended }, policy);
    const id = createTimedId(now);
    const { lapsesAfter = Infinity } = policy.governance.rules.grant;
    await grants.add(trx, {
      ...grant,
      id,
      // Who decides is known when it is opened, below.
      boardRef: '',
      openedAt: now,
      openedBy: userRef,
      recommended,
      renewalOf: former?.id,
      renewals: former ? former.renewals + 1 : 0,
    });
    if (grant.auditId !== undefined && !former) {
      await linkAction(trx, grant.auditId, {
        entityRef,
        kind: 'grant',
        areas: [area],
        ref: id,
        title: `${rightName(right)} in ${stands.title}`,
      });
    }
    const proposal = await desk.open(
      trx,
      {
        content: {
          matter: 'grant',
          grantId: id,
          area,
          right,
          recommended,
          expiresAt,
          trial,
          renewalOf: former?.id,
        },
        entityRef,
        evidence: grantEvidence(
          right,
          stands,
          evaluation?.trust.find(each => each.area === area),
        ),
        isCentral: this.areaOf(area).ownedBy === 'central',
        isRequest: isOwner,
        lapsesAt: Math.min(expiresAt, now + lapsesAfter),
        openedBy: userRef,
        reason,
        subject: area,
      },
      now,
    );
    await grants.linkTo(trx, id, proposal);
    return id;
  }
}
