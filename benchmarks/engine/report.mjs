import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './bundle.mjs';

const versionOf = name => {
  const file = path.join(root, 'node_modules', name, 'package.json');
  return JSON.parse(readFileSync(file, 'utf8')).version;
};

/** What the figures depend on besides the code. */
export const machine = {
  cpu: os.cpus()[0].model,
  cores: os.cpus().length,
  load: os.loadavg().map(load => Number(load.toFixed(1))),
  node: process.version,
  celJs: versionOf('@marcbachmann/cel-js'),
  jsonRulesEngine: versionOf('json-rules-engine'),
};

const HEADINGS = ['median', 'least', 'most', 'core', ''];
const cells = (name, values) =>
  [
    name.padEnd(24),
    ...values.slice(0, 4).map(value => value.padStart(11)),
    values[4],
  ].join('  ');

/** One line per contestant; `core` is how much of a core it had, garbage collection included. */
export function printTable(title, results, note) {
  console.log(`\n${title}\n${cells('', HEADINGS)}`);
  for (const [name, result] of Object.entries(results)) {
    const { perSecond, least, most, coreBusy } = result;
    const rates = [perSecond, least, most].map(n => n.toLocaleString('en'));
    const core = `${Math.round(coreBusy * 100)} %`;
    console.log(cells(name, [...rates, core, note(name, result)]));
  }
}
