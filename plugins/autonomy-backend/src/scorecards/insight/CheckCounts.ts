import type { CheckState } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * In how many entities a check came to what; those to which it does not apply are left out.
 *
 * @internal
 */
export type CheckCounts = Partial<Record<CheckState, number>>;

/**
 * To how many entities a check applies: those it is only announced to are apart.
 *
 * @internal
 */
export function appliesTo(counts: CheckCounts): number {
  const { exempt = 0, fail = 0, pass = 0, unknown = 0 } = counts;
  return pass + fail + unknown + exempt;
}

/**
 * Where the counts of a check are found; its id alone may once have had another role.
 *
 * @internal
 */
export function checkKey(role: string, id: string): string {
  return `${role} ${id}`;
}
