import {
  deploymentReviewOf,
  type CompiledPolicy,
  type Deployment,
  type Need,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { sumBy } from 'lodash';
import { fromRow } from '../../deployments/rows';
import { EntityConsequences, type EntityIndexStore } from '../../entities';
import { entityOf, withEntity } from '../needRows';
import type { NeedsQuestion, NeedsSource } from '../NeedsSource';

/** What nobody reviewed for so long nobody will. */
const LATELY_MS = 30 * 86_400_000;
/** How many pairs of an entity and an area are looked into. */
const MOST_PAIRS = 500;

type Dated = Pick<Deployment, 'area' | 'entityRef' | 'finishedAt'>;

/**
 * Deployments of lately that owe a review, by what is at stake in their areas today.
 *
 * @internal
 */
export function deploymentNeeds(options: {
  index: Pick<EntityIndexStore, 'readScoped'>;
  knex: Knex;
  policy: CompiledPolicy;
}): NeedsSource {
  const { knex } = options;
  const today = EntityConsequences.create(options);
  const kind = 'deployment-review';

  const unreviewed = ({ now, scope }: NeedsQuestion) =>
    knex('deployments')
      .whereIn('deployments.entity_ref', scope.owned())
      .where('deployments.finished_at', '>', now - LATELY_MS)
      .where('deployments.finished_at', '<=', now)
      .whereNull('deployments.reviewed_at')
      .whereNull('deployments.own_reviewed_at');

  /** When the review of each would be due; undefined where none is owed. */
  async function readDueDates(
    deployments: readonly Dated[],
    now: number,
  ): Promise<(number | undefined)[]> {
    const refs = deployments.map(({ entityRef }) => entityRef);
    const atStake = await today.of(refs);
    return deployments.map(deployment => {
      const table = atStake.get(deployment.entityRef);
      return (
        table &&
        deploymentReviewOf(deployment, table.consequences, table.policy, now)
          .dueAt
      );
    });
  }

  /** Which of them owe one depends on the entity and the area alone. */
  async function readOwing(question: NeedsQuestion) {
    const { now } = question;
    const pairs: any[] = await unreviewed(question)
      .groupBy('deployments.entity_ref', 'deployments.area')
      .select('deployments.entity_ref', 'deployments.area')
      .count('* as total');
    const dueDates = await readDueDates(
      pairs.map(({ area, entity_ref: entityRef }) => ({
        area,
        entityRef,
        finishedAt: now,
      })),
      now,
    );
    return pairs.filter((_, position) => dueDates[position] !== undefined);
  }

  return async question => {
    const { limit, now } = question;
    const owing = await readOwing(question);
    const rows: any[] = owing.length
      ? await withEntity(unreviewed(question), 'deployments.entity_ref')
          .whereIn(
            ['deployments.entity_ref', 'deployments.area'],
            owing.slice(0, MOST_PAIRS).map(row => [row.entity_ref, row.area]),
          )
          .select('deployments.*')
          .orderBy([
            'deployments.finished_at',
            'deployments.source',
            'deployments.deployment_id',
          ])
          .limit(limit)
      : [];
    const deployments = rows.map(fromRow);
    const dueDates = await readDueDates(deployments, now);
    const items = rows.map(
      (row, position): Need => ({
        kind,
        as: 'owner',
        entity: entityOf(row),
        subject: deployments[position].version ?? deployments[position].id,
        dueAt: dueDates[position],
      }),
    );
    const count = sumBy(owing, ({ total }) => Number(total));
    return [{ kind, count, items }];
  };
}
