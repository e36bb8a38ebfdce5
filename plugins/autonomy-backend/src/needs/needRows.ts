import type {
  CompiledPolicy,
  Need,
  Policy,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';

/**
 * Joins the entity that a column names, with what the rest of the catalog says about it; see {@link entityOf}.
 *
 * @internal
 */
export function withEntity(
  query: Knex.QueryBuilder,
  column: string,
): Knex.QueryBuilder {
  const ref = query.client.raw(column);
  return query
    .join('entities', join => join.on('entities.entity_ref', '=', ref))
    .join('entity_context', join =>
      join.on('entity_context.entity_ref', '=', ref),
    )
    .select(
      'entities.entity_ref as needing_ref',
      'entities.name as needing_name',
      'entities.title as needing_title',
      'entity_context.domain_chain',
    );
}

/**
 * @internal
 */
export function entityOf(row: any): Need['entity'] {
  return {
    entityRef: row.needing_ref,
    name: row.needing_name,
    title: row.needing_title ?? undefined,
  };
}

/**
 * The policy of the entity's domains.
 *
 * @internal
 */
export function policyOf(row: any, policy: CompiledPolicy): Policy {
  return compiledFor(row, policy).policy;
}

/**
 * A check in words: its id where the policy does not have it any more.
 *
 * @internal
 */
export function titleOf(
  checkId: string,
  row: any,
  policy: CompiledPolicy,
): string {
  const check = compiledFor(row, policy)
    .compiled.flatMap(({ checks }) => checks)
    .find(({ definition }) => definition.id === checkId);
  return check?.definition.title ?? checkId;
}

function compiledFor(row: any, policy: CompiledPolicy): CompiledPolicy {
  return policy.forDomains(JSON.parse(row.domain_chain ?? '[]'));
}
