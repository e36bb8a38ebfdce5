import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';

/**
 * When the guardrails of some entities take effect unless they pass before. That is told by the results alone, each
 * of which is some 60 kB, so of few.
 *
 * @returns UTC milliseconds, by entity ref and check id
 * @internal
 */
export async function readBreachDates(
  knex: Knex,
  entityRefs: readonly string[],
): Promise<Map<string, Map<string, number>>> {
  const rows = entityRefs.length
    ? await knex('evaluations')
        .whereIn('entity_ref', entityRefs)
        .select('entity_ref', 'body')
    : [];
  return new Map(
    rows.map(({ body, entity_ref: ref }) => {
      const { guardrails }: Evaluation = JSON.parse(body);
      const dates = guardrails.guardrails.flatMap(
        ({ breachesAt, check }): [string, number][] =>
          breachesAt === undefined ? [] : [[check.id, breachesAt]],
      );
      return [ref, new Map(dates)];
    }),
  );
}
