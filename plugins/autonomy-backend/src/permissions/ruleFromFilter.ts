import type {
  EntityFilter,
  EntityRecord,
} from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { matchesFilter } from './matchesFilter';

/**
 * The two halves of a permission rule that is one condition on an entity. They cannot disagree, because
 * both ask the same condition.
 *
 * @internal
 */
export function ruleFromFilter<TParams>(
  toFilter: (params: TParams) => EntityFilter,
) {
  return {
    apply: (record: EntityRecord, params: TParams) =>
      matchesFilter(record, toFilter(params)),
    toQuery: toFilter,
  };
}
