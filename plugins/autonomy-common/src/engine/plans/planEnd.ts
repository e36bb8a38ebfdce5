import type { Plan, RepairPolicy } from '../../model';

/**
 * When a plan ends by itself: as written, and extended at most once, each within what the policy
 * allows for its approach. Model section 9.
 */
export function endOf(
  { approach, startsAt, endsAt, extendedTo, extendedAt }: Plan,
  { plans }: RepairPolicy,
): number {
  const { maxDuration } = plans[approach];
  const end = Math.min(endsAt, startsAt + maxDuration);
  const isExtended =
    extendedTo !== undefined && extendedAt !== undefined && extendedAt < end;
  return !isExtended
    ? end
    : Math.max(end, Math.min(extendedTo, end + maxDuration));
}
