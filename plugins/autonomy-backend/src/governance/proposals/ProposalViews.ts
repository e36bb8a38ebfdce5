import type {
  CompiledPolicy,
  EntitySnapshot,
  Matter,
  Proposal,
  ProposalPowers,
  VoteRefusal,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { EntityIndexStore, ScopedEntity } from '../../entities';
import type { OwnerAccess } from '../../permissions';
import type { DatabaseProposals } from './DatabaseProposals';
import { countVotes } from './Ballots';
import type { ProposalDesk } from './ProposalDesk';
import type { ListedProposal, ProposalQueries } from './ProposalQueries';
import type { ProposalWithVotes } from './types';

/** Whoever decides for the centre already has nobody above them. */
const NOT_APPEALABLE: ReadonlySet<Matter> = new Set([
  'cross-domain',
  'plan-change',
  'tier-review',
]);

/**
 * @internal
 */
export interface ProposalViewsOptions {
  /** Whether boards decide at all. */
  boardsDecide: boolean;
  centralBoard?: string;
  desk: Pick<ProposalDesk, 'handlerOf' | 'termsOf'>;
  index: Pick<EntityIndexStore, 'readScoped'>;
  owners: Pick<OwnerAccess, 'claims'>;
  permissions: PermissionsService;
  policy: CompiledPolicy;
  proposals: Pick<DatabaseProposals, 'withVotes'>;
  queries: Pick<ProposalQueries, 'appealsOf'>;
}

/**
 * Proposals as a reader sees them, with what they may do.
 *
 * @internal
 */
export class ProposalViews {
  readonly #options: ProposalViewsOptions;

  static create(options: ProposalViewsOptions): ProposalViews {
    return new ProposalViews(options);
  }

  private constructor(options: ProposalViewsOptions) {
    this.#options = options;
  }

  /**
   * @param listed - of entities that the reader may read
   * @param now - UTC milliseconds
   */
  async of(
    listed: readonly ListedProposal[],
    credentials: BackstageCredentials,
    now: number,
  ): Promise<Proposal[]> {
    if (listed.length === 0) {
      return [];
    }
    const { desk, index, owners, proposals, queries } = this.#options;
    const refs = [...new Set(listed.map(({ entityRef }) => entityRef))];
    const scoped = new Map(
      (await index.readScoped(refs)).map(each => [
        each.snapshot.entityRef,
        each,
      ]),
    );
    const claims = await owners.claims(credentials);
    const permitted = await this.#permittedTo(listed, claims, credentials);
    const appeals = await queries.appealsOf(listed.map(({ id }) => id));
    const voted = await proposals.withVotes(listed);
    const terms = await desk.termsOf(voted);
    return voted.map((proposal, n): Proposal => {
      const { alsoConcerned, quorum, rule } = terms[n];
      const entity = scoped.get(proposal.entityRef);
      const appealUntil = this.#appealUntil(proposal, entity, appeals, now);
      const { isRequest, quorum: decidedBy, subject, ...shown } = proposal;
      return {
        ...shown,
        tally: {
          ...countVotes(proposal.votes),
          quorum: decidedBy ?? quorum,
          approval: rule.approval,
        },
        appealId: appeals.get(proposal.id),
        appealUntil,
        may: this.#powersOf(proposal, {
          alsoConcerned,
          claims,
          entity,
          isPermitted: permitted.has(proposal.id),
          mayAppeal: appealUntil !== undefined,
        }),
      };
    });
  }

  #powersOf(
    proposal: ProposalWithVotes,
    reader: {
      alsoConcerned: readonly EntitySnapshot[];
      claims: ReadonlySet<string>;
      entity?: ScopedEntity;
      isPermitted: boolean;
      mayAppeal: boolean;
    },
  ): ProposalPowers {
    const { alsoConcerned, claims, entity, isPermitted, mayAppeal } = reader;
    const { ownerRef } = entity?.snapshot ?? {};
    const isOwner = ownerRef !== undefined && claims.has(ownerRef);
    const owned = alsoConcerned.find(each => claims.has(each.ownerRef ?? ''));
    const isOpen = proposal.state === 'open';
    const isOnBoard =
      this.#options.boardsDecide && claims.has(proposal.boardRef);
    const refusal = this.#refusalOf(proposal, {
      claims,
      isOwner,
      isPermitted,
      owned,
    });
    return {
      vote: isOpen && isOnBoard && refusal === undefined,
      voteRefusal: isOpen && isOnBoard ? refusal : undefined,
      withdraw:
        isOpen &&
        proposal.isRequest &&
        proposal.openedBy !== undefined &&
        (isOwner || claims.has(proposal.openedBy)),
      appeal: mayAppeal && isOwner,
    };
  }

  #refusalOf(
    { isRequest, openedBy, votes }: ProposalWithVotes,
    reader: {
      claims: ReadonlySet<string>;
      isOwner: boolean;
      isPermitted: boolean;
      /** What else it concerns and is the reader's. */
      owned?: EntitySnapshot;
    },
  ): VoteRefusal | undefined {
    const { claims, isOwner, isPermitted, owned } = reader;
    if (votes.some(({ voterRef }) => claims.has(voterRef))) {
      return { because: 'voted' };
    }
    if (isRequest && openedBy !== undefined && claims.has(openedBy)) {
      return { because: 'asked' };
    }
    if (isOwner) {
      return { because: 'owner' };
    }
    if (owned) {
      return { because: 'concerned', entityRef: owned.entityRef };
    }
    return isPermitted ? undefined : { because: 'not-permitted' };
  }

  #appealUntil(
    proposal: ProposalWithVotes,
    entity: ScopedEntity | undefined,
    appeals: ReadonlyMap<string, string>,
    now: number,
  ): number | undefined {
    const { centralBoard, policy } = this.#options;
    const { appealOf, boardRef, content, decidedAt, id, matter, state } =
      proposal;
    if (
      state !== 'rejected' ||
      decidedAt === undefined ||
      appealOf !== undefined ||
      appeals.has(id) ||
      centralBoard === undefined ||
      boardRef === centralBoard ||
      NOT_APPEALABLE.has(matter)
    ) {
      return undefined;
    }
    const { appealWithin } = policy.forDomains(
      entity?.snapshot.domainChain ?? [],
    ).policy.governance;
    // What would be over by then is not worth asking for.
    const end = 'expiresAt' in content ? content.expiresAt : Infinity;
    const until = Math.min(decidedAt + appealWithin, end);
    return until > now ? until : undefined;
  }

  /** Ids of those that the reader has the permission to decide; asked for at once, of those on their boards. */
  async #permittedTo(
    listed: readonly ListedProposal[],
    claims: ReadonlySet<string>,
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const { desk, permissions } = this.#options;
    const asked = listed.filter(
      ({ boardRef, state }) => state === 'open' && claims.has(boardRef),
    );
    if (asked.length === 0) {
      return new Set();
    }
    const decisions = await permissions.authorize(
      asked.map(({ entityRef, matter }) => ({
        permission: desk.handlerOf(matter).permission,
        resourceRef: entityRef,
      })),
      { credentials },
    );
    return new Set(
      asked
        .filter((_, n) => decisions[n].result === AuthorizeResult.ALLOW)
        .map(({ id }) => id),
    );
  }
}
