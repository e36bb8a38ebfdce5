import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../Failure';
import { decodeUtf8 } from '../input';
import type { PolicyText } from './PolicyText';

const YAML = /\.ya?ml$/;
const TESTS = /\.test\.ya?ml$/;
/** In a folder with other YAML, these are the ones that are meant. */
const OURS = /apiVersion["']?:\s*["']?aligned-autonomy\//;

/**
 * @internal
 */
export function isTestFile(file: string): boolean {
  return TESTS.test(file);
}

/**
 * The texts of files, and of the files in folders that are for this suite, in the order of their names.
 *
 * @throws Failure (input) where there are none, or one cannot be read
 * @internal
 */
export async function readTexts(
  places: readonly string[],
): Promise<PolicyText[]> {
  const texts: PolicyText[] = [];
  for (const place of places) {
    const files = await filesIn(place);
    for (const file of files) {
      const yaml = await read(file);
      if (file === place || OURS.test(yaml)) texts.push({ file, yaml });
    }
  }
  if (texts.length === 0) {
    throw new Failure(
      'input',
      `expected YAML files with apiVersion aligned-autonomy/v1 in ${places.join(
        ', ',
      )}, found none`,
    );
  }
  const seen = new Set<string>();
  return texts.filter(({ file }) => {
    const isNew = !seen.has(path.resolve(file));
    seen.add(path.resolve(file));
    return isNew;
  });
}

/**
 * The tests that stand beside some files: those of `delivery.yaml` in `delivery.test.yaml`.
 *
 * @throws Failure (input) where one cannot be read
 * @internal
 */
export async function readTestsBeside(
  texts: readonly PolicyText[],
): Promise<PolicyText[]> {
  const found: PolicyText[] = [];
  for (const { file } of texts) {
    if (isTestFile(file)) continue;
    for (const ending of ['.test.yaml', '.test.yml']) {
      const beside = file.replace(YAML, ending);
      if (await isThere(beside)) {
        found.push({ file: beside, yaml: await read(beside) });
      }
    }
  }
  return found;
}

async function filesIn(place: string): Promise<string[]> {
  const { isFolder } = await stat(place).then(
    stats => ({ isFolder: stats.isDirectory() }),
    error => {
      throw new Failure('input', error.message);
    },
  );
  if (!isFolder) return [place];
  const entries = await readdir(place, { withFileTypes: true });
  const files: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inner = path.join(place, entry.name);
    const isHidden =
      entry.name.startsWith('.') || entry.name === 'node_modules';
    if (entry.isDirectory() && !isHidden) files.push(...(await filesIn(inner)));
    if (entry.isFile() && !isHidden && YAML.test(entry.name)) files.push(inner);
  }
  return files;
}

async function read(file: string): Promise<string> {
  try {
    const chunks: string[] = [];
    for await (const chunk of decodeUtf8(createReadStream(file), file)) {
      chunks.push(chunk);
    }
    return chunks.join('');
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure('input', (error as Error).message);
  }
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    stats => stats.isFile(),
    () => false,
  );
}
