import {
  parsePolicyFile,
  type PolicyStarter,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { PolicyRegistry } from '../registry';
import { checksOf } from './checksOf';
import { documentsInForce } from './documentsInForce';

/**
 * The scorecards to begin with, which are shipped and not in force.
 *
 * @internal
 */
export class PolicyStarters {
  readonly #directory: string;
  readonly #policies: Pick<PolicyRegistry, 'current'>;
  #read?: Promise<Omit<PolicyStarter, 'isAdopted'>[]>;

  /** @param options - `directory`: where their files lie; that of the package unless told */
  static create(options: {
    directory?: string;
    policies: Pick<PolicyRegistry, 'current'>;
  }): PolicyStarters {
    return new PolicyStarters(options);
  }

  private constructor(options: Parameters<typeof PolicyStarters.create>[0]) {
    this.#policies = options.policies;
    this.#directory =
      options.directory ??
      resolvePackagePath(
        '@aligned-autonomy/backstage-plugin-autonomy-common',
        'starters',
      );
  }

  async list(): Promise<PolicyStarter[]> {
    this.#read ??= readStarters(this.#directory);
    const starters = await this.#read;
    const inForce = documentsInForce(this.#policies.current);
    const checks = new Set(
      [...inForce.values()].flatMap(({ document }) => checksOf(document)),
    );
    return starters.map(starter => ({
      ...starter,
      isAdopted:
        inForce.has(`scorecard/${starter.name}`) ||
        starter.checks.some(({ id }) => checks.has(id)),
    }));
  }
}

async function readStarters(
  directory: string,
): Promise<Omit<PolicyStarter, 'isAdopted'>[]> {
  const names = await readdir(directory);
  const files = names
    .filter(name => name.endsWith('.yaml') && !name.endsWith('.test.yaml'))
    .sort();
  const texts = await Promise.all(
    files.map(async file => ({
      file,
      yaml: await readFile(resolve(directory, file), 'utf8'),
    })),
  );
  return texts.flatMap(({ file, yaml }) =>
    parsePolicyFile(yaml, file).documents.flatMap(document =>
      document.kind === 'Scorecard'
        ? {
            name: document.name,
            title: document.value.title,
            description: document.value.description ?? '',
            checks: document.value.checks.map(({ id, risk, title }) => ({
              id,
              title,
              ...(risk !== undefined && { risk }),
            })),
            yaml,
          }
        : [],
    ),
  );
}
