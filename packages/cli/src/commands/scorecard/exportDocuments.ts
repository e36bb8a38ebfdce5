import { InvalidArgumentError, type Command } from 'commander';
import { EXIT_CODES } from '../../Failure';
import { createClient } from '../createClient';
import type { Io } from '../Io';
import { addBackendOptions, type BackendConnectionOptions } from '../options';
import { addReportFileOption } from './options';
import { withReported } from './reports';

interface ExportOptions extends BackendConnectionOptions {
  reportFile?: string;
}

const KEY = /^(policy|scorecard|overlay)\/[a-z0-9-]+$/;

function readKey(text: string, known: string[] = []): string[] {
  if (!KEY.test(text)) {
    throw new InvalidArgumentError(
      'Expected policy/…, scorecard/… or overlay/… with the name of a document.',
    );
  }
  return [...known, text];
}

/**
 * `autonomy scorecard export`: documents of the portal as YAML.
 *
 * @internal
 */
export function addExportCommand(scorecard: Command, io: Io): void {
  addReportFileOption(
    addBackendOptions(
      scorecard
        .command('export')
        .description('print documents that the portal has in force')
        .argument(
          '[document...]',
          'such as scorecard/delivery; all that are not built in unless told',
          readKey,
        ),
    ),
  ).action((documents: string[] = [], options: ExportOptions) =>
    withReported(io, { ...options, output: 'text' }, async () => {
      const client = await createClient(options, io);
      const query = new URLSearchParams(
        documents.map(document => ['document', document]),
      ).toString();
      const path = query ? `/policy/export?${query}` : '/policy/export';
      return { exitCode: EXIT_CODES.done, text: await client.getText(path) };
    }),
  );
}
