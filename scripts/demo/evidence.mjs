import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { Failure } from '../lib/console.mjs';
import { resolveInstants } from './durations.mjs';
import { reportsOf } from './reports.mjs';

/** Kinds of evidence, in the order in which they are loaded. */
export const KINDS = ['Coverage', 'Facts', 'Incidents', 'Deployments'];

/**
 * The sample evidence: every YAML file of a folder names its kind and lists its
 * items. What stands under other names is there to be merged into items. Facts
 * come in the order in which they were reported, oldest first.
 *
 * @param folder - may be missing
 * @param anchor - the instant that relative dates count from, UTC milliseconds
 * @returns per kind its items, each with the file and the position it came from
 * @throws Failure naming the file and what is wrong with it
 */
export function readEvidence(folder, anchor) {
  const evidence = Object.fromEntries(KINDS.map(kind => [kind, []]));
  for (const { file, items, kind, reported } of readFiles(folder, KINDS)) {
    const resolve = item =>
      kind === 'Facts'
        ? reportsOf({ reported, ...item }, anchor)
        : [resolveInstants(item, anchor)];
    evidence[kind].push(
      ...items.flatMap((item, index) =>
        resolve(item).map(each => ({
          origin: `${file}, items[${index}]`,
          item: each,
        })),
      ),
    );
  }
  evidence.Facts.sort((a, b) =>
    compare(a.item.collectedAt, b.item.collectedAt),
  );
  return evidence;
}

/** ISO 8601 instants in UTC are in order as texts. */
const compare = (a, b) => (a < b ? -1 : Number(a > b));

/**
 * What the YAML files of a folder say, by name.
 *
 * @param folder - may be missing
 * @param kinds - of which each file is one
 * @throws Failure naming the file and what is wrong with it
 */
export function readFiles(folder, kinds) {
  return yamlFiles(folder).map(file => readFile(folder, file, kinds));
}

function readFile(folder, file, kinds) {
  const text = readFileSync(path.join(folder, file), 'utf8');
  const { kind, items, reported } = parse(text, { merge: true }) ?? {};
  if (!kinds.includes(kind)) {
    throw new Failure(
      `${file}: 'kind' must be one of ${kinds.join(', ')}, found '${kind}'`,
    );
  }
  if (!Array.isArray(items)) {
    throw new Failure(`${file}: 'items' must be a list`);
  }
  return { file, kind, items, reported };
}

function yamlFiles(folder) {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter(name => /\.ya?ml$/.test(name))
        .sort()
    : [];
}
