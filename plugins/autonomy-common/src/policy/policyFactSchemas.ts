import type { FactSchemas } from '../engine/cel';
import { BUILT_IN_FACTS } from '../engine/facts';
import type { Policy } from '../model';

/**
 * The facts that expressions may read under a policy, as far as they are known: built-in ones, the tools that the
 * policy names, and those that somebody declared. Of any other collector nothing is known.
 *
 * @param declared - facts of collectors besides the built-in ones
 * @public
 */
export function policyFactSchemas(
  { catalog: { tools } }: Pick<Policy, 'catalog'>,
  declared?: FactSchemas,
): FactSchemas {
  const kinds = Object.keys(tools).map(kind => [`tools.${kind}`, 'boolean']);
  return {
    ...declared,
    ...BUILT_IN_FACTS,
    catalog: { ...BUILT_IN_FACTS.catalog, ...Object.fromEntries(kinds) },
  };
}
