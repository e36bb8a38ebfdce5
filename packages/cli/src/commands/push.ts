import { Argument, type Command } from 'commander';
import { KIND_NAMES, KINDS, type KindName } from '../evidence';
import { BatchSender } from '../send';
import { checkInputs } from './checkInputs';
import { createClient } from './createClient';
import type { Io } from './Io';
import { openInputs } from './openInputs';
import { addSendingOptions, type SendingOptions } from './options';
import { sendInputs } from './sendInputs';
import { withReport } from './withReport';

/**
 * `autonomy push`: what a pipeline has just seen.
 *
 * @internal
 */
export function addPushCommand(program: Command, io: Io): void {
  addSendingOptions(
    program
      .command('push')
      .description('send facts, incidents or deployments')
      .addArgument(new Argument('<kind>').choices(KIND_NAMES))
      .argument('[file...]', 'files, or - for stdin (the default)'),
  ).action((name: KindName, files: string[], options: SendingOptions) =>
    withReport(io, options, async report => {
      const kind = KINDS[name];
      const inputs = await openInputs(files, { ...options, kind }, io);
      if (options.dryRun) {
        await checkInputs({ inputs, kind, now: io.now(), report });
        return;
      }
      const client = await createClient(options, io);
      const sender = BatchSender.create({
        client,
        path: `/${name}`,
        field: 'items',
      });
      await sendInputs({ ...options, inputs, report, sender });
    }),
  );
}
