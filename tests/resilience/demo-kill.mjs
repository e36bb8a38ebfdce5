// Kills the demo at random moments and checks that nothing is lost, doubled or left half done.
// usage: ./run node tests/resilience/demo-kill.mjs [kills=10] [seed]
// 1. An undisturbed start gives the counts to expect.
// 2. In a second home the demo is started and killed (SIGKILL) again and again, each start on what the last one left.
// 3. One undisturbed start there must end with the same counts. Exits 1 where it does not.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import Database from 'better-sqlite3';

const kills = Number(process.argv[2] ?? 10);
const seed = Number(process.argv[3] ?? Date.now() % 100_000);
const root = path.resolve(import.meta.dirname, '../..');
const homes = mkdtempSync(path.join(tmpdir(), 'demo-kill-'));
const port = 7391;

// Mulberry32: small and seeded, so that a failing run can be repeated.
let state = seed;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}

function start(home) {
  const child = spawn(
    'yarn',
    ['demo', '--home', home, '--port', String(port)],
    { cwd: root, detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const output = [];
  const ended = new Promise(resolve => child.on('exit', resolve));
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => output.push(String(chunk)));
  }
  /** Resolves when the demo has printed the text, rejects if it ends before. */
  const saw = async text => {
    let code;
    ended.then(found => (code = found ?? 'a signal'));
    while (!output.join('').includes(text)) {
      if (code !== undefined) {
        throw new Error(`the demo ended with ${code}:\n${output.join('')}`);
      }
      await sleep(20);
    }
  };
  const kill = async signal => {
    try {
      process.kill(-child.pid, signal);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
    await ended;
  };
  return { saw, kill, output };
}

function countRows(home) {
  const folder = path.join(home, 'db');
  const counts = {};
  for (const name of ['autonomy.sqlite', 'catalog.sqlite']) {
    const file = readdirSync(folder).find(entry => entry === name);
    if (!file) throw new Error(`no ${name} in ${folder}`);
    const database = new Database(path.join(folder, file), { readonly: true });
    const tables = database
      .prepare(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'",
      )
      .pluck()
      .all();
    // Of the catalog only what people see: its queues and search index differ from run to run, and
    // every start of a plugin adds a key that its tokens are signed with.
    const counted = tables.filter(
      table =>
        table === 'final_entities' ||
        (file.startsWith('autonomy') && !table.includes('public_keys')),
    );
    for (const table of counted) {
      counts[`${file.split('.')[0]}.${table}`] = database
        .prepare(`select count(*) from "${table}"`)
        .pluck()
        .get();
    }
    if (file.startsWith('autonomy')) {
      for (const [column, label] of [
        ['level', 'level'],
        ['guardrail_status', 'guardrails'],
      ]) {
        for (const row of database
          .prepare(
            `select ${column} as value, count(*) as count from evaluations group by 1`,
          )
          .all())
          counts[`${label}=${row.value}`] = row.count;
      }
    }
    database.close();
  }
  return counts;
}

async function undisturbed(home) {
  const begun = performance.now();
  const demo = start(home);
  await demo.saw(`http://localhost:${port}`);
  const took = performance.now() - begun;
  await sleep(8_000); // let sweep and evaluation come to rest
  await demo.kill('SIGTERM');
  return took;
}

console.log(`seed ${seed}`);
const reference = path.join(homes, 'reference');
const took = await undisturbed(reference);
const expected = countRows(reference);
console.log(
  `undisturbed start: ${(took / 1000).toFixed(1)} s, ${
    Object.keys(expected).length
  } counts`,
);

// Migrations, sweep, loading and evaluation are short: aim at each, and anywhere in between.
const moments = [
  { text: 'starting the backend', within: took },
  { text: 'starting the backend', within: 5_000 },
  { text: 'filling the catalog', within: 4_000 },
  { text: 'loading the sample evidence', within: 300 },
  { text: 'evaluating', within: 500 },
];
const victim = path.join(homes, 'victim');
for (let i = 1; i <= kills; i++) {
  const { text, within } = moments[i % moments.length];
  const demo = start(victim);
  await demo.saw(text);
  const after = random() * within;
  await sleep(after);
  await demo.kill('SIGKILL');
  const last = demo.output.join('').trim().split('\n').pop() ?? '';
  console.log(
    `kill ${i} after ${(after / 1000).toFixed(
      2,
    )} s, during: ${stripVTControlCharacters(last).trim()}`,
  );
}
await undisturbed(victim);
const found = countRows(victim);
const differences = [
  ...new Set([...Object.keys(expected), ...Object.keys(found)]),
].filter(key => expected[key] !== found[key]);
for (const key of differences)
  console.log(
    `DIFFERENT ${key}: expected ${expected[key]}, found ${found[key]}`,
  );
rmSync(homes, { recursive: true, force: true });
console.log(
  JSON.stringify({
    test: 'demo-kill',
    seed,
    kills,
    counts: Object.keys(expected).length,
    rows: Object.values(expected).reduce((a, b) => a + b, 0),
    differences: differences.length,
  }),
);
process.exit(differences.length ? 1 : 0);
