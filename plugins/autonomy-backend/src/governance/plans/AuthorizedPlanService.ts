import type {
  ListPlansRequest,
  ListPlansResponse,
  RecordedPlan,
  RepairAdvice,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { NotFoundError } from '@backstage/errors';
import { z } from 'zod';
import type { Clock } from '../../database';
import type { EntityIndexStore } from '../../entities';
import type { ReadScopes } from '../../evaluation/reading';
import { entityRefField } from '../../ingestion';
import { readListPage } from '../../paging';
import type { ReadAccess } from '../../permissions';
import type { AsCaller } from '../AsCaller';
import type { AsUser } from '../AsUser';
import type { BoardAccess } from '../BoardAccess';
import { openedCursors, openedPosition } from '../openedOrder';
import { parseBody } from '../parseBody';
import type { PlanDesk } from './PlanDesk';
import type { PlanMoves } from './PlanMoves';
import type { ListedPlan } from './listedPlan';
import type { PlanQueries } from './PlanQueries';
import type { PlanService } from './PlanService';
import type { PlanSigning } from './PlanSigning';
import type { PlanViews } from './PlanViews';
import type { RepairAdvisor } from './RepairAdvisor';

const DEFAULT_LIMIT = 20;

/** What a draft is about; the rest of it is looked at when it is known that the entity may be. */
const aboutSchema = z.looseObject(
  { entityRef: entityRefField() },
  { error: 'an object' },
);

/**
 * @internal
 */
export interface PlanServiceOptions {
  access: Pick<ReadAccess, 'mayRead'>;
  advisor: RepairAdvisor;
  boards: BoardAccess;
  clock: Clock;
  desk: PlanDesk;
  index: Pick<EntityIndexStore, 'readScoped'>;
  moves: PlanMoves;
  queries: PlanQueries;
  scopes: ReadScopes;
  signing: PlanSigning;
  views: PlanViews;
}

/**
 * Shows each reader the plans of what they may read, and lets both sides of the table work on them. What somebody may
 * not read does not exist for them.
 *
 * @internal
 */
export class AuthorizedPlanService implements PlanService {
  readonly #options: PlanServiceOptions;

  static create(options: PlanServiceOptions): PlanService {
    return new AuthorizedPlanService(options);
  }

  private constructor(options: PlanServiceOptions) {
    this.#options = options;
  }

  async getRepairAdvice(
    entityRef: string,
    { credentials }: AsCaller,
  ): Promise<RepairAdvice[]> {
    const { access, advisor, clock, index } = this.#options;
    const [entity] = await index.readScoped([entityRef]);
    if (!entity || !(await access.mayRead(entityRef, credentials))) {
      throw new NotFoundError(`No entity ${entityRef}`);
    }
    return advisor.advise(entityRef, await clock.now());
  }

  async list(
    request: ListPlansRequest,
    as: AsCaller,
  ): Promise<ListPlansResponse> {
    const { cursor, limit = DEFAULT_LIMIT, ...filter } = request;
    const { clock, queries, scopes, views } = this.#options;
    const { readable, visible } = await scopes.of(as.credentials);
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
      items: await views.of(rows, as, now),
      pageInfo,
    };
  }

  async get(id: string, as: AsCaller): Promise<RecordedPlan> {
    const { clock, views } = this.#options;
    const [view] = await views.of(
      [await this.#find(id, as)],
      as,
      await clock.now(),
    );
    return view;
  }

  async draft(body: unknown, as: AsUser): Promise<RecordedPlan> {
    const { boards, desk } = this.#options;
    const { entityRef } = parseBody(aboutSchema, body);
    const entity = await boards.find(entityRef, as);
    return this.get(await desk.draft(body, entity, as), as);
  }

  change(id: string, body: unknown, as: AsUser): Promise<RecordedPlan> {
    return this.#act(id, as, (plan, entity) =>
      this.#options.desk.change(plan, body, entity, as),
    );
  }

  withdraw(id: string, as: AsUser): Promise<RecordedPlan> {
    return this.#act(id, as, (plan, entity) =>
      this.#options.desk.withdraw(plan, entity, as),
    );
  }

  sign(id: string, body: unknown, as: AsUser): Promise<RecordedPlan> {
    return this.#act(id, as, (plan, entity) =>
      this.#options.signing.sign(plan, body, entity, as),
    );
  }

  move(id: string, body: unknown, as: AsUser): Promise<RecordedPlan> {
    return this.#act(id, as, (plan, entity) =>
      this.#options.moves.move(plan, body, entity, as),
    );
  }

  async #act(
    id: string,
    as: AsUser,
    act: (
      plan: ListedPlan,
      entity: Awaited<ReturnType<BoardAccess['find']>>,
    ) => Promise<void>,
  ): Promise<RecordedPlan> {
    const plan = await this.#find(id, as);
    await act(plan, await this.#options.boards.find(plan.entityRef, as));
    return this.get(id, as);
  }

  async #find(id: string, { credentials }: AsCaller): Promise<ListedPlan> {
    const { access, clock, queries } = this.#options;
    const plan = await queries.get(id, await clock.now());
    if (!plan || !(await access.mayRead(plan.entityRef, credentials))) {
      throw new NotFoundError(`No plan ${id}`);
    }
    return plan;
  }
}
