import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * Who decides on an exemption from a check: the entity's board, from what is mandatory for the whole
 * organisation the central one.
 *
 * @returns undefined for a central board whose group cannot be told
 */
export function boardFor(
  checkId: string,
  { entity, guardrails }: Evaluation,
): string | undefined {
  const isMandatory = guardrails.guardrails.some(
    ({ check, mandatory }) => mandatory && check.id === checkId,
  );
  // Without a domain the entity's own board is the central one.
  return isMandatory && entity.domainRef !== undefined
    ? undefined
    : entity.boardRef;
}
