import type { EvidenceKind } from '../evidence';
import { Failure } from '../Failure';
import { openInput, type Input } from '../input';
import type { Io } from './Io';
import type { SendingOptions } from './options';

const STDIN = '-';

/**
 * @param files - stdin if there are none
 * @throws Failure (input)
 * @internal
 */
export async function openInputs(
  files: readonly string[],
  options: Pick<SendingOptions, 'format'> & {
    kind: EvidenceKind;
    source?: string;
  },
  { stdin }: Pick<Io, 'stdin'>,
): Promise<Input[]> {
  const names = files.length > 0 ? files : [STDIN];
  if (names.includes(STDIN) && names.length > 1) {
    throw new Failure('input', 'expected files or stdin, found both');
  }
  if (names.includes(STDIN) && stdin.isTTY) {
    throw new Failure('input', 'expected a file or items on stdin');
  }
  return Promise.all(names.map(name => openInput({ ...options, name, stdin })));
}
