import { InputError } from '@backstage/errors';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { PolicySource, PolicyText } from './PolicyText';

/**
 * Files that the configuration names. They are read at the start.
 *
 * @internal
 */
export class FilePolicySource implements PolicySource {
  readonly #files: readonly string[];
  #texts?: PolicyText[];

  /** @param options - `files`: absolute, or relative to the working directory */
  static create(options: { files: readonly string[] }): FilePolicySource {
    return new FilePolicySource(options.files);
  }

  private constructor(files: readonly string[]) {
    this.#files = files;
  }

  async read(): Promise<PolicyText[]> {
    this.#texts ??= await Promise.all(this.#files.map(readText));
    return this.#texts;
  }

  /** A deploy brings new ones. */
  async revision(): Promise<string> {
    return '';
  }
}

async function readText(file: string): Promise<PolicyText> {
  try {
    return {
      origin: { type: 'file', place: file },
      place: file,
      yaml: await readFile(resolve(file), 'utf8'),
    };
  } catch (error) {
    throw new InputError(
      `${file}: cannot be read (named in autonomy.policy.files)`,
      error,
    );
  }
}
