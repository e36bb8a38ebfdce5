import type { EvaluationInput } from '../../EvaluationInput';

/** What is noted on a record after it was made. */
const LATER = [
  'revokedAt',
  'withdrawnAt',
  'signedAt',
  'extendedAt',
  'liftedAt',
  'completedAt',
];

/** Records as a store held them at an instant: without later ones, and without later marks. */
function heldOn<T extends { recordedAt: number }>(
  records: readonly T[] | undefined,
  to: number,
): T[] {
  const isHeld = ([key, value]: [string, unknown]) =>
    !LATER.includes(key) || Number(value) <= to;
  return (records ?? [])
    .filter(({ recordedAt }) => recordedAt <= to)
    .map(
      record => Object.fromEntries(Object.entries(record).filter(isHeld)) as T,
    );
}

/** The story as far as it had been told by an instant. */
export function toldBy(input: EvaluationInput, to: number): EvaluationInput {
  return {
    ...input,
    facts: input.facts
      .filter(({ since }) => since! <= to)
      .map(each => ({ ...each, collectedAt: Math.min(each.collectedAt, to) })),
    coverage: input.coverage.map(row => ({
      ...row,
      lastHeardAt: Math.min(row.lastHeardAt, to),
    })),
    incidents: input.incidents.filter(
      ({ recordedAt, updatedAt = recordedAt }) => updatedAt <= to,
    ),
    exemptions: heldOn(input.exemptions, to),
    attestations: heldOn(input.attestations, to),
    promotions: heldOn(input.promotions, to),
    grants: heldOn(input.grants, to),
    plans: heldOn(input.plans, to),
  };
}
