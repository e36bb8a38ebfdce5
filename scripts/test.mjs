// ./run test: everything that must hold, with the number of what passed and failed last.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bold, print, printError, red } from './lib/console.mjs';
import { runStage } from './test/runStage.mjs';
import { stages } from './test/stages.mjs';
import { printTable, totalLine } from './test/summary.mjs';

const USAGE = `usage: ./run test [--only ${stages
  .map(({ name }) => name)
  .join(',')}] [path of unit tests...]

  Without arguments everything runs. A path runs the unit tests below it only.`;

function selectStages({ values, positionals }) {
  const only =
    values.only?.split(',') ?? (positionals.length > 0 ? ['unit'] : undefined);
  const unknown = only?.find(name => !stages.some(s => s.name === name));
  if (unknown !== undefined) {
    throw new Error(`There is no stage '${unknown}'.`);
  }
  return only ? stages.filter(({ name }) => only.includes(name)) : stages;
}

async function main() {
  const args = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (args.values.help) {
    print(USAGE);
    return 0;
  }
  const selected = selectStages(args);
  const reports = mkdtempSync(path.join(tmpdir(), 'autonomy-test-'));
  const results = [];
  try {
    for (const [index, stage] of selected.entries()) {
      print(bold(`[${index + 1}/${selected.length}] ${stage.title}`));
      results.push(
        await runStage(stage, {
          report: path.join(reports, `${stage.name}.json`),
          patterns: args.positionals,
          failed: results.filter(r => r.failed > 0).map(r => r.name),
        }),
      );
    }
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
  printTable(results);
  print(totalLine(results));
  return results.some(({ failed }) => failed > 0) ? 1 : 0;
}

main().then(
  code => process.exit(code),
  error => {
    printError(red(error.message));
    printError(USAGE);
    process.exit(2);
  },
);
