import { InputError, NotAllowedError } from '@backstage/errors';
import type { Knex } from 'knex';
import { contentHash, type Clock, inTransaction } from '../../database';
import type { DomainBoards, EntityIndexStore } from '../../entities';
import type { CatalogVisibility } from '../../evaluation/reading';
import type { OwnerAccess } from '../../permissions';
import type { AsUser } from '../AsUser';
import type { BoardAccess } from '../BoardAccess';
import { parseBody } from '../parseBody';
import type { ProposalDesk } from '../proposals';
import { crossDomainSchema } from './crossDomainSchema';

/**
 * @internal
 */
export interface CrossDomainOpenerOptions {
  boards: BoardAccess;
  catalog: CatalogVisibility;
  clock: Clock;
  desk: Pick<ProposalDesk, 'open'>;
  domains: Pick<DomainBoards, 'boardOf'>;
  index: Pick<EntityIndexStore, 'listKnown'>;
  knex: Knex;
  owners: Pick<OwnerAccess, 'claims'>;
}

/**
 * Brings before the central board what concerns several governance domains.
 *
 * @internal
 */
export class CrossDomainOpener {
  readonly #options: CrossDomainOpenerOptions;

  static create(options: CrossDomainOpenerOptions): CrossDomainOpener {
    return new CrossDomainOpener(options);
  }

  private constructor(options: CrossDomainOpenerOptions) {
    this.#options = options;
  }

  /**
   * @param body - as it was sent
   * @returns id of the proposal
   * @throws InputError, NotAllowedError, NotFoundError; ConflictError where one about the same is open, or there is no
   * central board
   */
  async open(body: unknown, as: AsUser): Promise<string> {
    const { boards, clock, desk, knex } = this.#options;
    const wish = parseBody(crossDomainSchema, body);
    const { domainRefs, entityRef, matter, reason, title } = wish;
    const entity = await boards.find(entityRef, as);
    await this.#requireKnown(domainRefs, as);
    const isOwner = (await boards.roleOf(entity, as)) === 'owner';
    if (!isOwner && !(await this.#isOnBoardOf(domainRefs, as))) {
      throw new NotAllowedError(
        `Only the owners of ${entityRef} and members of the boards of these domains may ask the central board`,
      );
    }
    const now = await clock.now();
    const opened = await inTransaction(knex, trx =>
      desk.open(
        trx,
        {
          content: { matter, title, domainRefs },
          entityRef,
          evidence: domainRefs.map(ref => ({
            kind: 'domain',
            ref,
            title: 'Domain that it concerns',
            value: ref,
          })),
          isCentral: true,
          // Who asks the centre does not answer for it.
          isRequest: true,
          openedBy: as.credentials.principal.userEntityRef,
          reason,
          subject: contentHash({ title, domainRefs }).slice(0, 16),
        },
        now,
      ),
    );
    return opened.id;
  }

  /** What the caller may not see is unknown. */
  async #requireKnown(
    domainRefs: readonly string[],
    { credentials }: AsUser,
  ): Promise<void> {
    const { catalog, index } = this.#options;
    const known = await index.listKnown(domainRefs);
    const shown = await catalog.readable([...domainRefs], credentials);
    const at = domainRefs.findIndex(ref => !known.has(ref) || !shown.has(ref));
    if (at >= 0) {
      throw new InputError(
        `Invalid domainRefs: expected domains of the catalog, found ${domainRefs[
          at
        ].slice(0, 100)}`,
      );
    }
  }

  async #isOnBoardOf(
    domainRefs: readonly string[],
    { credentials }: AsUser,
  ): Promise<boolean> {
    const { boards, domains, owners } = this.#options;
    if (!boards.decides) {
      return false;
    }
    const claims = await owners.claims(credentials);
    for (const ref of domainRefs) {
      const boardRef = await domains.boardOf(ref);
      if (boardRef !== undefined && claims.has(boardRef)) {
        return true;
      }
    }
    return false;
  }
}
