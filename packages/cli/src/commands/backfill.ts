import { Argument, type Command } from 'commander';
import { KINDS, type KindName } from '../evidence';
import { createProgress, type Progress } from '../output';
import { BatchSender } from '../send';
import { checkInputs } from './checkInputs';
import {
  CoverageDeclaration,
  type CoverageOptions,
} from './CoverageDeclaration';
import { createClient } from './createClient';
import type { Io } from './Io';
import { openInputs } from './openInputs';
import { addSendingOptions, type SendingOptions } from './options';
import { sendInputs } from './sendInputs';
import { withReport } from './withReport';

/**
 * `autonomy backfill`: what happened before the portal was told.
 *
 * @internal
 */
export function addBackfillCommand(program: Command, io: Io): void {
  addSendingOptions(
    program
      .command('backfill')
      .description('send the incidents or deployments of the past')
      .addArgument(new Argument('<kind>').choices(['incidents', 'deployments']))
      .argument('<file...>', 'files, or - for stdin')
      .option('--source <name>', 'of every item that names none')
      .option(
        '--coverage-from <instant>',
        'the source watched from then on; declared after the last item',
      )
      .option('--coverage-to <instant>', 'until then')
      .option(
        '--coverage-entities <file>',
        'these entities, one ref a line; else all that the source covers',
      ),
  ).action(
    (
      name: KindName,
      files: string[],
      options: SendingOptions & CoverageOptions,
    ) =>
      withReport(io, options, async report => {
        const kind = KINDS[name];
        const coverage = await CoverageDeclaration.read(options, io.now());
        const inputs = await openInputs(files, { ...options, kind }, io);
        coverage?.check(report);
        if (options.dryRun) {
          await checkInputs({ inputs, kind, now: io.now(), report });
          coverage?.skip(report);
          return;
        }
        const client = await createClient(options, io);
        const sender = BatchSender.create({
          client,
          path: '/backfill',
          field: name,
        });
        let progress: Progress | undefined;
        await sendInputs({
          ...options,
          inputs,
          report,
          sender,
          onTotal: total => {
            progress = createProgress({ total, stream: io.stderr });
          },
          onProgress: answered => progress?.update(answered),
        }).finally(() => progress?.stop());
        await coverage?.declare({ client, report });
      }),
  );
}
