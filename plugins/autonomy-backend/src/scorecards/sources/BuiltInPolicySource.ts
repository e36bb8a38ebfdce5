import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { PolicySource, PolicyText } from './PolicyText';

/**
 * The documents that are shipped.
 *
 * @internal
 */
export class BuiltInPolicySource implements PolicySource {
  static create(): BuiltInPolicySource {
    return new BuiltInPolicySource();
  }

  private constructor() {}

  /** In the order of their names, as everywhere. */
  async read(): Promise<PolicyText[]> {
    const directory = resolvePackagePath(
      '@aligned-autonomy/backstage-plugin-autonomy-common',
      'defaults',
    );
    const names = await readdir(directory);
    return Promise.all(
      names
        .filter(name => name.endsWith('.yaml'))
        .sort()
        .map(async (name): Promise<PolicyText> => {
          const place = resolve(directory, name);
          return {
            origin: { type: 'built-in', place: name },
            place,
            yaml: await readFile(place, 'utf8'),
          };
        }),
    );
  }

  /** They change with the release. */
  async revision(): Promise<string> {
    return '';
  }
}
