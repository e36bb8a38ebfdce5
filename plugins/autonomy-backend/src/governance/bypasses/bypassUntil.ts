import type {
  CompiledPolicy,
  EntitySnapshot,
  Incident,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * When an incident stops counting as a bypass by itself, in UTC milliseconds; undefined where it is none.
 *
 * @param entity - that it was reported on
 * @internal
 */
export function bypassUntil(
  { class: current, classifiedAt, recordedAt }: Incident,
  entity: Pick<EntitySnapshot, 'domainChain'> | undefined,
  policy: CompiledPolicy,
): number | undefined {
  if (current !== 'bypass') {
    return undefined;
  }
  const { trust } = policy.forDomains(entity?.domainChain ?? []).policy;
  return (classifiedAt ?? recordedAt) + trust.bypassFor;
}
