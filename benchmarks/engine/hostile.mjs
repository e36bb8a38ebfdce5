// What is said to documents that mean harm, how long it takes, and how long nothing else runs meanwhile; see README.md.
// usage: node benchmarks/engine/hostile.mjs [--rounds 5]
// Prints a table, and one JSON line last; exits with 1 where one is let through.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { common, load } from './bundle.mjs';
import { hostileTexts } from './hostileTexts.mjs';
import { machine } from './report.mjs';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' } },
});
const rounds = Number(values.rounds);

const {
  compilePolicy,
  DocumentPositions,
  formatPolicyIssue,
  parsePolicyFile,
  PolicyError,
} = await load(`export * from './policy';`);
const folder = path.join(common, 'defaults');
const shipped = readdirSync(folder).flatMap(
  file =>
    parsePolicyFile(readFileSync(path.join(folder, file), 'utf8'), file)
      .documents,
);

/** Every mistake in a text that is put over the shipped policy. */
function issuesOf(text) {
  const { documents, issues } = parsePolicyFile(text, 'ours.yaml');
  if (issues.length > 0) return issues;
  try {
    compilePolicy([...shipped, ...documents]);
    return [];
  } catch (error) {
    if (error instanceof PolicyError) return error.issues;
    throw error;
  }
}

/** The same with the columns that an editor underlines. */
function placedIssuesOf(text) {
  const issues = issuesOf(text);
  const positions = DocumentPositions.create(text);
  return issues.map(issue => ({ ...issue, ...positions.ofIssue(issue) }));
}

/** The longest of some rounds: how long it took, and how late a timer of a millisecond came meanwhile. */
async function worst(text) {
  let [ms, heldMs, issues] = [0, 0, []];
  for (let round = 0; round < rounds; round++) {
    const loop = monitorEventLoopDelay({ resolution: 1 });
    loop.enable();
    await delay(5);
    const started = performance.now();
    issues = placedIssuesOf(text);
    ms = Math.max(ms, performance.now() - started);
    await delay(5);
    loop.disable();
    heldMs = Math.max(heldMs, loop.max / 1e6);
  }
  return { ms: Math.round(ms), heldMs: Math.round(heldMs), issues };
}

const shorten = text => (text.length > 150 ? `${text.slice(0, 147)}...` : text);
const results = [];
for (const [name, text] of Object.entries(hostileTexts())) {
  const { ms, heldMs, issues } = await worst(text);
  const error = issues[0] && shorten(formatPolicyIssue(issues[0]));
  results.push({ name, bytes: Buffer.byteLength(text), ms, heldMs, error });
}

const { cpu, cores, node } = machine;
console.log(`${cpu}, ${cores} cores (load ${machine.load.join(' ')}), ${node}`);
console.log(`\n${'kB'.padStart(7)}${'ms'.padStart(7)}${'held'.padStart(7)}`);
for (const { name, bytes, ms, heldMs, error } of results) {
  const figures = [Math.round(bytes / 1000), ms, heldMs]
    .map(figure => figure.toLocaleString('en').padStart(7))
    .join('');
  console.log(
    `${figures}  ${name}\n${' '.repeat(23)}${error ?? 'LET THROUGH'}`,
  );
}
console.log(
  `\n${JSON.stringify({ benchmark: 'hostile', machine, rounds, results })}`,
);
if (results.some(({ error }) => !error)) process.exitCode = 1;
