import type { ScorecardRole } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { JsonObject } from '@backstage/types';

const BY_ROLE: Record<ScorecardRole, JsonObject> = {
  readiness: {},
  guardrails: { areas: [], effect: 'narrow' },
  levels: { level: 2 },
  accountability: {},
};

/** A check to begin with, under an id that no other check of the list has. */
export function newCheck(
  others: JsonObject[],
  role: ScorecardRole,
  title: string,
): JsonObject {
  const ids = new Set(others.map(({ id }) => id));
  let number = others.length + 1;
  while (ids.has(`check-${number}`)) number += 1;
  return { id: `check-${number}`, title, ...BY_ROLE[role], expression: '' };
}
