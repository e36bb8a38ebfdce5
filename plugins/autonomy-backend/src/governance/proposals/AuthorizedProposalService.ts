import type {
  ListProposalsRequest,
  ListProposalsResponse,
  Proposal,
  VotesResponse,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { messageOf, type Clock } from '../../database';
import type { ReadScopes } from '../../evaluation/reading';
import { readListPage } from '../../paging';
import type { OwnerAccess, ReadAccess } from '../../permissions';
import type { AsCaller } from '../AsCaller';
import type { AsUser } from '../AsUser';
import type { BoardAccess } from '../BoardAccess';
import { openedCursors, openedPosition } from '../openedOrder';
import { parseBody } from '../parseBody';
import type { ProposalAppeals } from './ProposalAppeals';
import type { CastVote, ProposalDesk } from './ProposalDesk';
import type { ListedProposal, ProposalQueries } from './ProposalQueries';
import type { ProposalService } from './ProposalService';
import type { ProposalViews } from './ProposalViews';
import type { ProposalWithdrawals } from './ProposalWithdrawals';
import { reasonSchema, voteSchema, votesSchema } from './voteSchema';

const DEFAULT_LIMIT = 20;

/** What people bring to a board by themselves: opens it and says under which id. @internal */
export type ProposalOpener = (body: unknown, as: AsUser) => Promise<string>;

/**
 * @internal
 */
export interface ProposalServiceOptions {
  access: Pick<ReadAccess, 'mayRead'>;
  appeals: ProposalAppeals;
  boards: BoardAccess;
  clock: Clock;
  desk: ProposalDesk;
  /** By matter. */
  openers: Readonly<Record<string, ProposalOpener>>;
  owners: Pick<OwnerAccess, 'claims'>;
  queries: ProposalQueries;
  scopes: ReadScopes;
  views: ProposalViews;
  withdrawals: ProposalWithdrawals;
}

/**
 * Shows each reader the proposals about what they may read, and lets members of boards vote. What somebody may not read
 * does not exist for them.
 *
 * @internal
 */
export class AuthorizedProposalService implements ProposalService {
  readonly #options: ProposalServiceOptions;

  static create(options: ProposalServiceOptions): ProposalService {
    return new AuthorizedProposalService(options);
  }

  private constructor(options: ProposalServiceOptions) {
    this.#options = options;
  }

  async list(
    request: ListProposalsRequest,
    { credentials }: AsCaller,
  ): Promise<ListProposalsResponse> {
    const { cursor, limit = DEFAULT_LIMIT, ...filter } = request;
    const { clock, queries, scopes, views } = this.#options;
    const { readable, visible } = await scopes.of(credentials);
    const now = await clock.now();
    const { pageInfo, rows } = await readListPage({
      cursor,
      cursors: openedCursors,
      limit,
      read: stretch => queries.list({ ...filter, ...stretch, visible }, now),
      positionOf: openedPosition,
      refOf: ({ entityRef }) => entityRef,
      readable,
    });
    return {
      items: await views.of(rows, credentials, now),
      pageInfo,
    };
  }

  async get(id: string, { credentials }: AsCaller): Promise<Proposal> {
    const now = await this.#options.clock.now();
    const proposal = await this.#find(id, { credentials }, now);
    const [view] = await this.#options.views.of([proposal], credentials, now);
    return view;
  }

  async propose(proposal: unknown, as: AsUser): Promise<Proposal> {
    const { openers } = this.#options;
    const matter = (proposal as { matter?: unknown } | undefined)?.matter;
    const open =
      typeof matter === 'string' && Object.hasOwn(openers, matter)
        ? openers[matter]
        : undefined;
    if (!open) {
      throw new InputError(
        `Invalid matter: expected one of ${Object.keys(openers).join(', ')}`,
      );
    }
    return this.get(await open(proposal, as), as);
  }

  async vote(id: string, body: unknown, as: AsUser): Promise<Proposal> {
    const vote = parseBody(voteSchema, body);
    return this.#vote(id, vote, as);
  }

  async voteOnAll(body: unknown, as: AsUser): Promise<VotesResponse> {
    const { ids, ...vote } = parseBody(votesSchema, body);
    const results: VotesResponse['results'] = [];
    // One after the other: each is a transaction of its own.
    for (const id of new Set(ids)) {
      try {
        const proposal = await this.#vote(id, vote, as);
        results.push({ id, status: 'accepted', proposal });
      } catch (error) {
        if (!isRefusal(error)) {
          throw error;
        }
        results.push({ id, status: 'refused', error: messageOf(error) });
      }
    }
    return { results };
  }

  async withdraw(id: string, as: AsUser): Promise<Proposal> {
    const { clock, withdrawals } = this.#options;
    const proposal = await this.#find(id, as, await clock.now());
    await withdrawals.withdraw(proposal, as);
    return this.get(id, as);
  }

  async appeal(id: string, body: unknown, as: AsUser): Promise<Proposal> {
    const { appeals, clock } = this.#options;
    const proposal = await this.#find(id, as, await clock.now());
    const { reason } = parseBody(reasonSchema, body);
    return this.get(await appeals.appeal(proposal, reason, as), as);
  }

  async #vote(
    id: string,
    vote: Omit<CastVote, 'voterRef'>,
    as: AsUser,
  ): Promise<Proposal> {
    const { boards, clock, desk } = this.#options;
    const proposal = await this.#find(id, as, await clock.now());
    const handler = desk.handlerOf(proposal.matter);
    await boards.assertDecides(
      await boards.find(proposal.entityRef, as),
      proposal.boardRef,
      handler.permission,
      as,
      'vote on this',
    );
    await this.#assertNotConcerned(proposal, as);
    await desk.vote(id, {
      ...vote,
      voterRef: as.credentials.principal.userEntityRef,
    });
    return this.get(id, as);
  }

  /** Owners of what else gains or loses by it are on the other side of the table. */
  async #assertNotConcerned(
    proposal: ListedProposal,
    { credentials }: AsUser,
  ): Promise<void> {
    const { desk, owners } = this.#options;
    const [{ alsoConcerned }] = await desk.termsOf([proposal]);
    const claims = await owners.claims(credentials);
    const owned = alsoConcerned.find(each => claims.has(each.ownerRef ?? ''));
    if (owned) {
      throw new NotAllowedError(
        `Whoever owns ${owned.entityRef} does not decide about this: it gains or loses by it`,
      );
    }
  }

  async #find(
    id: string,
    { credentials }: AsCaller,
    now: number,
  ): Promise<ListedProposal> {
    const { access, queries } = this.#options;
    const proposal = await queries.get(id, now);
    if (!proposal || !(await access.mayRead(proposal.entityRef, credentials))) {
      throw new NotFoundError(`No proposal ${id.slice(0, 100)}`);
    }
    return proposal;
  }
}

/** Of one proposal, not of the suite. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof ConflictError ||
    error instanceof NotAllowedError ||
    error instanceof NotFoundError
  );
}
