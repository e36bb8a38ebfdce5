import { RELATION_PARENT_OF, parseEntityRef } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { escapeLike } from '../list/whereFilter';

type Restrict = (query: Knex.QueryBuilder, ref: string) => void;

const BELONGING: Record<string, Restrict> = {
  group: whereOwnedBy,
  system: (query, ref) => query.where('entities.system_ref', ref),
  domain: whereInDomain,
};

/** Kinds that entities belong to. @internal */
export const OWNING_KINDS: readonly string[] = Object.keys(BELONGING);

/**
 * Restricts a query over entities in context to those that belong to a Group, System or Domain.
 *
 * @internal
 */
export function whereBelongsTo(query: Knex.QueryBuilder, ref: string): void {
  BELONGING[parseEntityRef(ref).kind](query, ref);
}

/** Owned by the group or by one below it. Whoever writes a circle gets each of them once. */
function whereOwnedBy(query: Knex.QueryBuilder, ref: string): void {
  const below = `
    with recursive below (ref) as (
      select cast(? as text)
      union
      select relation.target_ref
      from below join entity_relations relation
        on relation.source_ref = below.ref and relation.type = ?
    )
    select ref from below`;
  query.whereRaw(`entities.owner_ref in (${below})`, [ref, RELATION_PARENT_OF]);
}

/** In the domain or in one that is a subdomain of it. */
function whereInDomain(query: Knex.QueryBuilder, ref: string): void {
  const inChain = `%${escapeLike(JSON.stringify(ref))}%`;
  query.andWhere(either => {
    either
      .where('entity_context.domain_ref', ref)
      .orWhereRaw(`entity_context.domain_chain like ? escape '\\'`, [inChain]);
  });
}
