import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { PolicyText } from './PolicyText';

const PACKAGE = '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * What the suite ships: files of one's own override it.
 *
 * @internal
 */
export async function builtInTexts(): Promise<PolicyText[]> {
  const root = path.dirname(require.resolve(`${PACKAGE}/package.json`));
  const folder = path.join(root, 'defaults');
  const names = await readdir(folder);
  return Promise.all(
    names.sort().map(async name => ({
      file: `built-in ${name}`,
      yaml: await readFile(path.join(folder, name), 'utf8'),
    })),
  );
}
