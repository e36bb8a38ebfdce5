/*
 * Compares the stored evaluations with ones that are made anew; started by evaluations.mjs with the transform
 * that lets Node run the sources.
 *
 * Anew means: from all stored evidence in one go, at the instant of the stored evaluation, because trust
 * depends on it. Of earlier evaluations only the clocks are taken from the record, such as since when a
 * guardrail has not been passing: they tell what was once known, and of an incident only its last state is
 * kept.
 *
 * Prints `{ evaluations, equal, equalButForClock, different: [ref] }`: equal are the same bytes, body and state.
 * Results that say the same but for how far time has gone on are not written again by design, so those rows
 * are compared by the fingerprint that decides about it.
 */
import { createHeart, requireSource } from './heart.mjs';

const AT_ONCE = 100;

const { advance } = requireSource(
  '@aligned-autonomy/backstage-plugin-autonomy-common',
);
const { resultHash } = requireSource('./results/resultHash.ts');

const [, , connection, ...policyFiles] = process.argv;
const { evaluation, knex, policy } = await createHeart({
  connection,
  policyFiles,
});
const { inputs } = evaluation;

const outcome = {
  evaluations: 0,
  equal: 0,
  equalButForClock: 0,
  different: [],
};
const rows = await knex('evaluations').orderBy('entity_ref');
for (let from = 0; from < rows.length; from += AT_ONCE) {
  await compare(rows.slice(from, from + AT_ONCE));
}
await knex.destroy();
process.stdout.write(JSON.stringify(outcome));

async function compare(part) {
  const now = Math.max(...part.map(row => Number(row.evaluated_at)));
  const loaded = await inputs.load(
    part.map(row => row.entity_ref),
    now,
  );
  const byRef = new Map(
    loaded.map(({ input }) => [input.entity.entityRef, input]),
  );
  for (const row of part) {
    outcome.evaluations += 1;
    const { body, hash, state } = anew(byRef.get(row.entity_ref), row);
    if (body === row.body && state === row.state) {
      outcome.equal += 1;
    } else if (hash === row.body_hash) {
      outcome.equalButForClock += 1;
    } else {
      outcome.different.push(row.entity_ref);
    }
  }
}

function anew(input, row) {
  const prior = JSON.parse(row.state);
  const at = Number(row.evaluated_at);
  const { state, ...rest } = advance({ ...input, prior }, policy, at);
  // Events go with the step that caused them and are no part of the result; JSON leaves it out.
  const result = { ...rest, events: undefined };
  return {
    body: JSON.stringify(result),
    hash: resultHash({ evaluation: result, state }),
    state: JSON.stringify(state),
  };
}
