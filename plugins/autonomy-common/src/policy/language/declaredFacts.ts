import type { KnownFact } from '../../api/checkInsight';
import type { FactSchemas, FactType } from '../../engine/cel';
import { BUILT_IN_FACTS } from '../../engine/facts';

/**
 * The facts that collectors declare, out of all that are known: of a collector that declares none, an expression
 * may read any path.
 * @public
 */
export function declaredFacts(facts: readonly KnownFact[]): FactSchemas {
  const schemas: Record<string, Record<string, FactType>> = {};
  for (const { path, type, isDeclared } of facts) {
    const dot = path.indexOf('.');
    if (!isDeclared || dot < 0) continue;
    const schema = (schemas[path.slice(0, dot)] ??= {});
    schema[path.slice(dot + 1)] = type;
  }
  return schemas;
}

/** What an expression may read: the policy names the tools of the catalog, so without them any of them may be. */
export function readableFacts(
  source: string,
  declared: FactSchemas = {},
): FactSchemas {
  const catalog: Record<string, FactType> = {
    ...BUILT_IN_FACTS.catalog,
    ...declared.catalog,
  };
  if (!Object.keys(catalog).some(path => path.startsWith('tools.'))) {
    for (const [, kind] of source.matchAll(/\bcatalog\.tools\.(\w+)/g)) {
      catalog[`tools.${kind}`] = 'boolean';
    }
  }
  return { ...declared, ...BUILT_IN_FACTS, catalog };
}
