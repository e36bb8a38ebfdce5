import type { EntitySnapshot } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { FactCollector } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { filterPredicateToFilterFunction } from '@backstage/filter-predicates';
import { inChunks } from '../../database';
import type { EntityIndexStore } from '../../entities';
import { inTurns } from '../../tasks/inTurns';

const READ_AT_ONCE = 200;
const DEFAULT_BATCH = 100;

/**
 * The entities in scope that a collector is asked about, in full batches.
 *
 * @internal
 */
export async function* entitiesFor(
  { batchSize = DEFAULT_BATCH, entityFilter }: FactCollector,
  index: Pick<EntityIndexStore, 'listScope' | 'readScoped'>,
): AsyncGenerator<EntitySnapshot[], void> {
  const matches = entityFilter
    ? filterPredicateToFilterFunction(entityFilter)
    : () => true;
  let waiting: EntitySnapshot[] = [];
  const refs = (await index.listScope()).sort();
  for await (const chunk of inTurns(inChunks(refs, READ_AT_ONCE), 1)) {
    for (const { snapshot } of await index.readScoped(chunk)) {
      const { kind, metadata, spec } = snapshot;
      if (matches({ kind, metadata, spec })) {
        waiting.push(snapshot);
      }
    }
    for (; waiting.length >= batchSize; waiting = waiting.slice(batchSize)) {
      yield waiting.slice(0, batchSize);
    }
  }
  if (waiting.length > 0) {
    yield waiting;
  }
}
