import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';

/** The sample organisation, as `./run demo` loads it. */
export const examples = resolve(__dirname, '../../../../../examples');

/** The built-in policy and scorecards. */
export const defaults = join(
  dirname(
    require.resolve(
      '@aligned-autonomy/backstage-plugin-autonomy-common/package.json',
    ),
  ),
  'defaults',
);

/** The YAML files of a folder, in order. */
export function yamlFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.yaml'))
    .sort()
    .map(name => join(folder, name));
}

/** All documents of a YAML file; merge keys are resolved. */
export function readDocuments<T>(file: string): T[] {
  return parseAllDocuments(readFileSync(file, 'utf8'), { merge: true }).map(
    document => {
      const [error] = document.errors;
      if (error) {
        throw new Error(`${file}: ${error.message}`);
      }
      return document.toJS() as T;
    },
  );
}
