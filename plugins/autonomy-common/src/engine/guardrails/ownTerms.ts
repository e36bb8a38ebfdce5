import {
  CONSEQUENCES,
  type CheckDefinition,
  type Consequence,
  type Policy,
} from '../../model';
import type { Consequences } from '../consequences';

const NO_AREAS: readonly string[] = [];

/** What a guardrail says itself of its consequence, else the highest of its areas. Model section 4. */
export function ownConsequence(
  { consequence, areas }: CheckDefinition,
  consequences: Consequences,
): Consequence {
  if (consequence) return consequence;
  let rank = 0;
  for (const area of areas ?? NO_AREAS) {
    rank = Math.max(rank, CONSEQUENCES.indexOf(consequences.get(area)!));
  }
  return CONSEQUENCES[rank];
}

/** What a guardrail says itself of its grace, else what its consequence gives it, in milliseconds. */
export function ownGrace(
  { grace }: CheckDefinition,
  consequence: Consequence,
  { guardrails }: Policy,
): number {
  return grace ?? guardrails.grace[consequence];
}
