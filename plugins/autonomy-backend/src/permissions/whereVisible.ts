import type { EntityFilter } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { DOMAIN_KEY, TIER_KEY } from './matchesFilter';

/**
 * Restricts a query over `entities` to those that a reader may see: all of some criteria hold, each of them apart, so
 * that no `or` of one reaches beyond it.
 *
 * @internal
 */
export function whereAllVisible(
  query: Knex.QueryBuilder,
  visible: readonly PermissionCriteria<EntityFilter>[],
): void {
  for (const criteria of visible) {
    query.andWhere(inner => whereVisible(inner, criteria));
  }
}

/**
 * Restricts a query over `entities` to those that meet the criteria of a permission decision.
 *
 * @remarks
 *
 * Every condition is an `exists`, which is true or false and never null, so that `not` means in SQL
 * what it means elsewhere.
 *
 * @internal
 */
export function whereVisible(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<EntityFilter>,
): void {
  if ('allOf' in criteria) {
    query.andWhere(inner => {
      inner.whereRaw('1 = 1');
      for (const part of criteria.allOf) {
        inner.andWhere(each => whereVisible(each, part));
      }
    });
  } else if ('anyOf' in criteria) {
    query.andWhere(inner => {
      inner.whereRaw('1 = 0');
      for (const part of criteria.anyOf) {
        inner.orWhere(each => whereVisible(each, part));
      }
    });
  } else if ('not' in criteria) {
    query.andWhereNot(inner => whereVisible(inner, criteria.not));
  } else {
    whereFilter(query, criteria);
  }
}

function whereFilter(query: Knex.QueryBuilder, filter: EntityFilter): void {
  const key = filter.key.toLocaleLowerCase('en-US');
  const values = filter.values?.map(value => value.toLocaleLowerCase('en-US'));
  switch (key) {
    case DOMAIN_KEY:
      whereContext(query, 'domain_ref', values);
      return;
    case TIER_KEY:
      whereContext(query, 'tier', values?.map(Number).filter(Number.isInteger));
      return;
    default:
      query.whereExists(search => {
        search
          .from('entity_search as s')
          .select(search.client.raw('1'))
          .whereRaw('s.entity_ref = entities.entity_ref')
          .where('s.key', key);
        if (values) {
          search.whereIn('s.value', values);
        }
      });
  }
}

function whereContext(
  query: Knex.QueryBuilder,
  column: 'domain_ref' | 'tier',
  values: (string | number)[] | undefined,
): void {
  query.whereExists(context => {
    context
      .from('entity_context as c')
      .select(context.client.raw('1'))
      .whereRaw('c.entity_ref = entities.entity_ref')
      .whereNotNull(`c.${column}`);
    if (values) {
      context.whereIn(`c.${column}`, values);
    }
  });
}
