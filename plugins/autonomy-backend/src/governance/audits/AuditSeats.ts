import {
  autonomyAuditManagePermission,
  type AuditSide,
  type CompiledPolicy,
  type EntitySnapshot,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { Clock } from '../../database';
import type { EntityIndexStore } from '../../entities';
import type { ReadAccess } from '../../permissions';
import type { AsCaller } from '../AsCaller';
import type { AsUser } from '../AsUser';
import type { BoardAccess } from '../BoardAccess';
import type { AuditQueries } from './AuditQueries';
import type { ListedAudit } from './types';

/**
 * @internal
 */
export interface AuditSeatsOptions {
  access: Pick<ReadAccess, 'mayRead'>;
  boards: BoardAccess;
  clock: Clock;
  index: Pick<EntityIndexStore, 'readScoped'>;
  policy: CompiledPolicy;
  queries: Pick<AuditQueries, 'get'>;
}

/**
 * An audit that somebody may take part in.
 *
 * @internal
 */
export interface TakenSeat {
  audit: ListedAudit;
  /** All that are to be rated. */
  areas: string[];
}

/**
 * Who takes part in which audit, and for which side.
 *
 * @internal
 */
export class AuditSeats {
  readonly #options: AuditSeatsOptions;

  static create(options: AuditSeatsOptions): AuditSeats {
    return new AuditSeats(options);
  }

  private constructor(options: AuditSeatsOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError where there is none, or none for this reader */
  async find(id: string, { credentials }: AsCaller): Promise<ListedAudit> {
    const { access, clock, queries } = this.#options;
    const audit = await queries.get(id, await clock.now());
    if (!audit || !(await access.mayRead(audit.entityRef, credentials))) {
      throw new NotFoundError(`No audit ${id}`);
    }
    return audit;
  }

  /**
   * Whoever belongs to the team and to the board speaks for the team.
   *
   * @throws NotFoundError; NotAllowedError for whoever sits on neither side
   */
  async take(id: string, as: AsUser): Promise<TakenSeat & { side: AuditSide }> {
    const { boards } = this.#options;
    const { audit, entity, ...rest } = await this.#enter(id, as);
    const { boardRef, entityRef } = audit;
    const role = await boards.roleOf(entity, as, boardRef);
    if (!role) {
      throw new NotAllowedError(
        `Only the owners of ${entityRef} and members of ${boardRef} may rate`,
      );
    }
    await boards.assertPermitted(entityRef, autonomyAuditManagePermission, as);
    return { ...rest, audit, side: role === 'owner' ? 'team' : 'board' };
  }

  /** @throws NotFoundError; NotAllowedError for whoever is not of the board, or owns the entity */
  async takeBoard(id: string, as: AsUser): Promise<TakenSeat> {
    const { audit, entity, ...rest } = await this.#enter(id, as);
    await this.#options.boards.assertDecides(
      entity,
      audit.boardRef,
      autonomyAuditManagePermission,
      as,
      `record what an audit of ${audit.entityRef} agreed on`,
    );
    return { ...rest, audit };
  }

  async #enter(
    id: string,
    as: AsUser,
  ): Promise<TakenSeat & { entity: EntitySnapshot }> {
    const { index, policy } = this.#options;
    const audit = await this.find(id, as);
    const [entity] = await index.readScoped([audit.entityRef]);
    if (!entity) {
      // It left the scope just now.
      throw new NotFoundError(`No audit ${id}`);
    }
    const { snapshot } = entity;
    const { areas } = policy.forDomains(snapshot.domainChain ?? []).policy;
    return { audit, entity: snapshot, areas: areas.map(area => area.id) };
  }
}
