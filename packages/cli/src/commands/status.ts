import type { Command } from 'commander';
import { EXIT_CODES, Failure } from '../Failure';
import { describeStatus } from '../output';
import { createClient } from './createClient';
import type { Io } from './Io';
import { addConnectionOptions, type ConnectionOptions } from './options';

/**
 * `autonomy status`: which sources and collectors were last heard from.
 *
 * @internal
 */
export function addStatusCommand(program: Command, io: Io): void {
  addConnectionOptions(
    program.command('status').description('show how evidence arrives'),
  ).action(async (options: ConnectionOptions) => {
    const isJson = options.output === 'json';
    try {
      const client = await createClient(options, io);
      const { body } = await client.get('/health');
      io.stdout.write(
        isJson ? `${JSON.stringify(body)}\n` : describeStatus(body),
      );
      io.onDone(EXIT_CODES.done);
    } catch (error) {
      if (!(error instanceof Failure)) {
        throw error;
      }
      const { message, reason } = error;
      if (isJson) {
        io.stdout.write(
          `${JSON.stringify({ failure: { reason, message } })}\n`,
        );
      } else {
        io.stderr.write(`error: ${message}\n`);
      }
      io.onDone(EXIT_CODES[reason]);
    }
  });
}
