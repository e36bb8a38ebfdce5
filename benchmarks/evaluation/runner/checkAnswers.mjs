import { requireSource } from '../../../tests/resilience/lib/heart.mjs';

const SAMPLE = 500;

/**
 * Compares stored results with what the engine says of the stored evidence at the instant of each, and the narrow
 * columns with the words.
 *
 * @returns `checked`, the `different` ones by ref, and how many are at each level
 */
export async function checkAnswers({ evaluation, knex, policy }) {
  const { advance } = requireSource(
    '@aligned-autonomy/backstage-plugin-autonomy-common',
  );
  const { narrowColumns } = requireSource('./results/index.ts');
  const { resultHash } = requireSource('./results/resultHash.ts');
  const rows = await knex('evaluations')
    .orderByRaw('md5(entity_ref)')
    .limit(SAMPLE);
  const latest = Math.max(...rows.map(row => Number(row.evaluated_at)));
  const loaded = await evaluation.inputs.load(
    rows.map(row => row.entity_ref),
    latest,
  );
  const inputOf = new Map(
    loaded.map(({ input }) => [input.entity.entityRef, input]),
  );
  const isSame = row => {
    const prior = JSON.parse(row.state);
    const { state, ...rest } = advance(
      { ...inputOf.get(row.entity_ref), prior },
      policy,
      Number(row.evaluated_at),
    );
    // Events go with the step that caused them and are no part of the result.
    const result = { ...rest, events: undefined };
    return (
      row.made_with === evaluation.policyInForce.madeWith &&
      resultHash({ evaluation: result, state }) === row.body_hash &&
      Object.entries(narrowColumns(result)).every(
        ([column, value]) =>
          row[column] === value || Number(row[column]) === value,
      )
    );
  };
  return {
    checked: rows.length,
    different: rows.filter(row => !isSame(row)).map(row => row.entity_ref),
    levels: countBy(rows.map(row => row.level)),
    guardrails: countBy(rows.map(row => row.guardrail_status)),
  };
}

function countBy(values) {
  const counts = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
