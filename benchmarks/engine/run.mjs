// How often a second one core evaluates an entity, and answers its checks; see README.md.
// usage: node benchmarks/engine/run.mjs [--rounds 9] [--ms 300]
// Prints two tables, and one JSON line last.
import { parseArgs } from 'node:util';
import { load } from './bundle.mjs';
import { checks } from './checks.mjs';
import { documents, inputOf, NOW } from './entities.mjs';
import { judges } from './judges.mjs';
import { measure } from './measure.mjs';
import { machine, printTable } from './report.mjs';

const DAY = 86_400_000;
const ENTITIES = 64;
const AREAS = 11;
const INCIDENTS = 3;
const FIGURES = 'assess, figures only';
const REASONS = 'evaluate, with reasons';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '9' },
    ms: { type: 'string', default: '300' },
  },
});
const timing = {
  entities: ENTITIES,
  rounds: Number(values.rounds),
  ms: Number(values.ms),
};

const engine = await load(`
  export * from './engine';
  export { Horizon } from './engine/time';
  export { compilePolicy, parsePolicyFile } from './policy';
`);
const policy = engine.compilePolicy(documents(engine.parsePolicyFile));
// As in a running portal: each entity was evaluated the day before, and is again.
const inputs = Array.from({ length: ENTITIES }, (_, n) => {
  const input = inputOf(n);
  return { ...input, prior: engine.evaluate(input, policy, NOW - DAY).state };
});
const whole = {
  [FIGURES]: n => engine.assess(inputs[n], policy, NOW),
  [REASONS]: n => engine.evaluate(inputs[n], policy, NOW),
};
const alone = judges(ENTITIES, engine);

/** The figures are about this many checks, areas and incidents, or they are about nothing. */
function checkSize(n) {
  const { level, guardrails, readiness, accountability, rights } =
    whole[REASONS](n);
  const asked = level.ladder.flatMap(({ requirements }) => requirements);
  const counts = [
    guardrails.guardrails.length +
      readiness.checks.length +
      accountability.items.length +
      asked.filter(({ kind }) => kind === 'check').length,
    rights.length,
    inputs[n].incidents.length,
  ];
  const expected = [checks.length, AREAS, INCIDENTS];
  if (String(counts) !== String(expected)) {
    throw new Error(`expected ${expected}, found ${counts}`);
  }
}

/** Every judge must say the same of every check of an entity. */
async function checkAgreement(n) {
  const [[first, judge], ...others] = Object.entries(alone);
  const answer = await judge(n);
  for (const [name, other] of others) {
    const differs = answer ^ (await other(n));
    const check = checks.find((_, i) => differs & (1 << i));
    if (check) {
      throw new Error(`${first} and ${name} differ in ${check.id} of ${n}`);
    }
  }
}

for (let n = 0; n < ENTITIES; n++) {
  checkSize(n);
  await checkAgreement(n);
}

function meanBytes(task) {
  const texts = inputs.map((_, n) => JSON.stringify(task(n)));
  return Math.round(Buffer.byteLength(texts.join('')) / ENTITIES);
}
const bytes = {
  [FIGURES]: meanBytes(whole[FIGURES]),
  [REASONS]: meanBytes(whole[REASONS]),
};

const evaluations = await measure(whole, timing);
const answers = await measure(alone, timing);
const ratio = (name, to) =>
  Number((answers[name].perSecond / answers[to].perSecond).toFixed(1));
const ratios = {
  closuresToCel: ratio('plain closures', 'our CEL'),
  celToJsonRulesEngine: ratio('our CEL', 'json-rules-engine'),
};

const { cpu, cores, node, celJs, jsonRulesEngine } = machine;
console.log(`${cpu}, ${cores} cores (load ${machine.load.join(' ')}), ${node}`);
console.log(`cel-js ${celJs}, json-rules-engine ${jsonRulesEngine}`);
printTable(
  `Whole evaluations a second on one core: ${checks.length} checks, ${AREAS} areas, ${INCIDENTS} incidents`,
  evaluations,
  name => `${(bytes[name] / 1000).toFixed(1)} kB as JSON`,
);
printTable(
  `Entities a second on one core, the ${checks.length} checks alone`,
  answers,
  name => `1/${ratio('plain closures', name)} of the closures`,
);
console.log(
  `\nCEL is ${ratios.celToJsonRulesEngine} times as fast as json-rules-engine.\n`,
);
console.log(
  JSON.stringify({
    benchmark: 'engine',
    machine,
    ...timing,
    evaluations,
    bytes,
    answers,
    ratios,
  }),
);
