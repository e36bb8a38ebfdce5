import { CommanderError } from 'commander';
import { createProgram, type Io } from './commands';
import { EXIT_CODES } from './Failure';

/**
 * Runs the command that the arguments name.
 *
 * @param args - without those of node
 * @returns the exit code
 * @internal
 */
export async function run(
  args: readonly string[],
  io: Omit<Io, 'onDone'>,
): Promise<number> {
  let exitCode: number = EXIT_CODES.done;
  const program = createProgram({
    ...io,
    onDone: code => {
      exitCode = code;
    },
  });
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      throw error;
    }
    // Asking for help is no mistake.
    exitCode = error.exitCode === 0 ? EXIT_CODES.done : EXIT_CODES.input;
  }
  return exitCode;
}
