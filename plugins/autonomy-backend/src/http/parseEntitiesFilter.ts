import type { EntitiesFilter } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { InputError } from '@backstage/errors';
import { parseRefWithin } from './parseQuery';

/**
 * Makes the names in a filter canonical; the validator has seen to types and ranges.
 *
 * @throws InputError that names the parameter
 * @internal
 */
export function parseEntitiesFilter<T extends EntitiesFilter>(query: T): T {
  requireWith(query, 'readinessState', 'readinessItem');
  requireWith(query, 'guardrailState', 'guardrail');
  return {
    ...query,
    kind: query.kind?.map(kind => kind.toLocaleLowerCase('en-US')),
    owner: query.owner?.map(ref => parseRefWithin('owner', ref, 'group')),
    system: query.system?.map(ref => parseRefWithin('system', ref, 'system')),
    domain: query.domain?.map(ref => parseRefWithin('domain', ref, 'domain')),
  };
}

function requireWith(
  query: EntitiesFilter,
  parameter: keyof EntitiesFilter,
  needed: keyof EntitiesFilter,
): void {
  if (query[parameter] !== undefined && query[needed] === undefined) {
    throw new InputError(
      `Invalid ${parameter}: expected ${needed} besides, found nothing`,
    );
  }
}
