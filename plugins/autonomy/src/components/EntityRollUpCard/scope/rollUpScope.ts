import type {
  EntitiesFilter,
  TrendKind,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { Below } from './findBelow';

/** What entities are summed up for, and the filter that finds them. */
const FILTERS = {
  group: 'owner',
  system: 'system',
  domain: 'domain',
} as const satisfies Record<string, keyof EntitiesFilter & TrendKind>;

export type RollUpKind = keyof typeof FILTERS;

/** What is summed up on the page of a group, system or domain. */
export interface RollUpScope {
  kind: RollUpKind;
  ref: string;
  /** What is below it and counts as well. */
  below: Below;
  filter: EntitiesFilter;
  /** Days are counted by this, and without what is below. */
  trendKind: TrendKind;
}

/** Undefined for a kind that nothing belongs to. */
export function rollUpKindOf({ kind }: Entity): RollUpKind | undefined {
  const known = Object.keys(FILTERS) as RollUpKind[];
  return known.find(item => item === kind.toLocaleLowerCase('en-US'));
}

export function rollUpScope(
  entity: Entity,
  kind: RollUpKind,
  below: Below,
): RollUpScope {
  const ref = stringifyEntityRef(entity);
  const name = FILTERS[kind];
  const filter: EntitiesFilter = {};
  filter[name] = [ref, ...below.refs];
  return { kind, ref, below, filter, trendKind: name };
}
