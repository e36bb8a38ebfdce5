import type { EntityFilter } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import { catalogRules } from './rules';

type Translator = (params: unknown) => EntityFilter | undefined;

/** By the name of the catalog's rule; undefined where the parameters are not what the rule takes. */
const TRANSLATORS: ReadonlyMap<string, Translator> = new Map(
  Object.values(catalogRules).map(rule => [
    rule.name,
    params => {
      const result = rule.paramsSchema?.['~standard'].validate(params);
      return result && 'value' in result
        ? (rule.toQuery(result.value as never) as EntityFilter)
        : undefined;
    },
  ]),
);

/**
 * The catalog's conditions as conditions on our index.
 *
 * @returns undefined where a rule is not one of the catalog's built-in ones; then only the catalog can
 * tell
 * @internal
 */
export function catalogCriteria(
  conditions: PermissionCriteria<PermissionCondition>,
): PermissionCriteria<EntityFilter> | undefined {
  if ('allOf' in conditions) {
    const allOf = translateAll(conditions.allOf);
    return allOf && { allOf };
  }
  if ('anyOf' in conditions) {
    const anyOf = translateAll(conditions.anyOf);
    return anyOf && { anyOf };
  }
  if ('not' in conditions) {
    const not = catalogCriteria(conditions.not);
    return not && { not };
  }
  return TRANSLATORS.get(conditions.rule)?.(conditions.params);
}

function translateAll(
  conditions: readonly PermissionCriteria<PermissionCondition>[],
):
  | [PermissionCriteria<EntityFilter>, ...PermissionCriteria<EntityFilter>[]]
  | undefined {
  const parts = conditions.map(catalogCriteria);
  return (parts.includes(undefined) ? undefined : parts) as never;
}
