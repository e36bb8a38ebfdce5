import type {
  Deployment,
  DeploymentKey,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { EntityFilter } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import type { EvaluationMarks } from '../evaluation';
import { whereAllVisible } from '../permissions/whereVisible';
import { fromRow } from './rows';

/**
 * Where a deployment stands in the list.
 *
 * @internal
 */
export type DeploymentPosition = Pick<
  Deployment,
  'finishedAt' | 'id' | 'source'
>;

/**
 * A stretch of the list, the newest first.
 *
 * @internal
 */
export interface DeploymentStretch {
  /** Conditions on the entity; all must hold. */
  visible: readonly PermissionCriteria<EntityFilter>[];
  entityRef?: string;
  /** UTC milliseconds; only what finished then or later. */
  from?: number;
  /** Only what comes after. */
  after?: DeploymentPosition;
  /** How many rows are passed over; none unless told. */
  skip?: number;
  limit: number;
}

/**
 * The read model of deployments, of entities in scope, and the owners' own reviews.
 *
 * @internal
 */
export class DeploymentQueries {
  readonly #knex: Knex;
  readonly #marks: EvaluationMarks;

  /**
   * @param options - `marks` is told of entities whose deployments are reviewed, in the same transaction
   */
  static create(options: {
    knex: Knex;
    marks: EvaluationMarks;
  }): DeploymentQueries {
    return new DeploymentQueries(options.knex, options.marks);
  }

  private constructor(knex: Knex, marks: EvaluationMarks) {
    this.#knex = knex;
    this.#marks = marks;
  }

  async get({ id, source }: DeploymentKey): Promise<Deployment | undefined> {
    const row = await this.#joined()
      .where({ 'deployments.source': source, 'deployments.deployment_id': id })
      .first('deployments.*');
    return row && fromRow(row);
  }

  /** Keyset paging: as quick on the last page as on the first. */
  async list(stretch: DeploymentStretch): Promise<Deployment[]> {
    const { after, entityRef, from, limit, skip = 0, visible } = stretch;
    const query = this.#joined();
    whereAllVisible(query, visible);
    if (entityRef !== undefined) {
      query.where('deployments.entity_ref', entityRef);
    }
    if (from !== undefined) {
      query.where('deployments.finished_at', '>=', from);
    }
    if (after) {
      query.whereRaw(
        '(deployments.finished_at, deployments.source, deployments.deployment_id) < (?, ?, ?)',
        [after.finishedAt, after.source, after.id],
      );
    }
    const rows = await query
      .select('deployments.*')
      .orderBy([
        { column: 'deployments.finished_at', order: 'desc' },
        { column: 'deployments.source', order: 'desc' },
        { column: 'deployments.deployment_id', order: 'desc' },
      ])
      .offset(skip)
      .limit(limit);
    return rows.map(fromRow);
  }

  /**
   * Records the owners' review; one that was recorded before gives way.
   *
   * @param now - UTC milliseconds
   */
  async putReview(
    { id, source }: DeploymentKey,
    review: { completedAt: number; url?: string },
    now: number,
  ): Promise<void> {
    const values = {
      own_reviewed_at: review.completedAt,
      own_review_url: review.url ?? null,
    };
    await this.#knex.transaction(async trx => {
      const changed = await trx('deployments')
        .where({ source, deployment_id: id })
        .whereNot(same => {
          same
            .whereNotNull('own_reviewed_at')
            .where('own_reviewed_at', values.own_reviewed_at)
            .whereRaw("coalesce(own_review_url, '') = ?", [review.url ?? '']);
        })
        .update(values)
        .returning('entity_ref');
      const refs = changed.map(row => row.entity_ref);
      await this.#marks.mark(trx, refs, now);
    });
  }

  #joined(): Knex.QueryBuilder {
    return this.#knex('deployments')
      .join('entities', 'entities.entity_ref', 'deployments.entity_ref')
      .join(
        'entity_context',
        'entity_context.entity_ref',
        'deployments.entity_ref',
      )
      .where('entities.in_scope', true);
  }
}
