import type {
  CompiledPolicy,
  FactSchemas,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { compileTexts, inOneLine } from './registry/compileTexts';
import { BuiltInPolicySource, FilePolicySource } from './sources';

/**
 * Reads the built-in policy and scorecards and the installation's own files on top of them.
 *
 * @param files - absolute, or relative to the working directory
 * @param options - `facts` are those of collectors that are not built in, where declared
 * @throws InputError in one line, with file, line and field of the first mistake
 * @internal
 */
export async function loadPolicy(
  files: readonly string[],
  options: { facts?: FactSchemas } = {},
): Promise<CompiledPolicy> {
  const texts = [
    ...(await BuiltInPolicySource.create().read()),
    ...(await FilePolicySource.create({ files }).read()),
  ];
  try {
    return compileTexts(texts, options).policy;
  } catch (error) {
    throw inOneLine(error);
  }
}
