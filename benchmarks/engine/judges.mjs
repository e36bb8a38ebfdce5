// Four ways to answer the same twenty checks: each takes the number of an entity and returns the
// checks that it passes, one bit each, so that answers can be compared.
import { Environment } from '@marcbachmann/cel-js';
import { Engine, Rule } from 'json-rules-engine';
import { checks } from './checks.mjs';
import { allFactsOf, NOW } from './entities.mjs';

/** `{ slo: { availability90d: 1 } }` as `{ 'slo.availability90d': 1 }`. */
function flat(values, prefix = '') {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      typeof value === 'object'
        ? Object.entries(flat(value, `${prefix}${key}.`))
        : [[`${prefix}${key}`, value]],
    ),
  );
}

function closures(documents) {
  const questions = checks.map(({ closure }) => closure);
  return n => {
    const facts = documents[n];
    let passed = 0;
    for (let i = 0; i < questions.length; i++) {
      if (questions[i](facts, NOW)) passed |= 1 << i;
    }
    return passed;
  };
}

function ours(documents, { compileExpression, Horizon }) {
  const compiled = checks.map(({ expression }) =>
    compileExpression(expression, { returns: 'score' }),
  );
  const horizon = new Horizon(NOW);
  return n => {
    const facts = documents[n];
    let passed = 0;
    for (let i = 0; i < compiled.length; i++) {
      const { value } = compiled[i].evaluate(facts, horizon);
      if (value === true) passed |= 1 << i;
    }
    return passed;
  };
}

function celJs(documents, { parseDuration }) {
  const environment = new Environment({ unlistedVariablesAreDyn: true });
  const durations = new Map();
  environment.registerFunction(
    'within(string, string): bool',
    (text, length) => {
      let ms = durations.get(length);
      if (ms === undefined) durations.set(length, (ms = parseDuration(length)));
      return Math.abs(NOW - Date.parse(text)) < ms;
    },
  );
  const compiled = checks.map(({ expression }) =>
    environment.parse(expression),
  );
  return n => {
    const facts = documents[n];
    let passed = 0;
    for (let i = 0; i < compiled.length; i++) {
      if (compiled[i](facts) === true) passed |= 1 << i;
    }
    return passed;
  };
}

function jsonRules(documents) {
  const engine = new Engine();
  engine.addOperator(
    'within',
    (text, length) => Math.abs(NOW - Date.parse(text)) < length,
  );
  for (const { id, conditions } of checks) {
    engine.addRule(
      new Rule({
        name: id,
        conditions: { all: conditions },
        event: { type: id },
      }),
    );
  }
  const bits = new Map(checks.map(({ id }, i) => [id, 1 << i]));
  const flattened = documents.map(document => flat(document));
  return async n => {
    const { results } = await engine.run(flattened[n]);
    let passed = 0;
    for (const { name } of results) passed |= bits.get(name);
    return passed;
  };
}

/** The judges by name, over as many fact documents as there are entities. */
export function judges(entities, engine) {
  const documents = Array.from({ length: entities }, (_, n) => allFactsOf(n));
  return {
    'plain closures': closures(documents),
    'our CEL': ours(documents, engine),
    'cel-js': celJs(documents, engine),
    'json-rules-engine': jsonRules(documents),
  };
}
