import type { ImportResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Command } from 'commander';
import { EXIT_CODES, Failure } from '../../Failure';
import { oneLine } from '../../oneLine';
import { table } from '../../output';
import { inOneText, readTexts } from '../../scorecards';
import { createClient } from '../createClient';
import type { Io } from '../Io';
import { addBackendOptions, type BackendConnectionOptions } from '../options';
import { addReportOptions } from './options';
import { asJson, withReported, type ReportOptions } from './reports';

type ImportOptions = BackendConnectionOptions & ReportOptions;

const MAX_SHOWN = 1_000;

function asText({ items }: ImportResult): string {
  const rows = items.map(({ key, message = '', status }) => [
    `${key.kind}/${key.name}`,
    status,
    oneLine(message, MAX_SHOWN),
  ]);
  return table(rows)
    .map(line => `${line}\n`)
    .join('');
}

/**
 * `autonomy scorecard import`: files as drafts in the portal, which publishes nothing.
 *
 * @internal
 */
export function addImportCommand(scorecard: Command, io: Io): void {
  addReportOptions(
    addBackendOptions(
      scorecard
        .command('import')
        .description('make drafts of the documents in files')
        .argument('<file...>', 'files, and folders of them'),
    ),
    ['text', 'json'],
  ).action((places: string[], options: ImportOptions) =>
    withReported(io, options, async () => {
      const yaml = inOneText(await readTexts(places));
      const client = await createClient(options, io);
      const { body } = await client.post('/policy/import', { yaml });
      if (!Array.isArray(body?.items)) {
        throw new Failure(
          'input',
          'the import was answered by something else; is --url the backend?',
        );
      }
      const result = body as ImportResult;
      const isRefused = result.items.some(({ status }) => status === 'refused');
      return {
        exitCode: isRefused ? EXIT_CODES.rejected : EXIT_CODES.done,
        text: options.output === 'json' ? asJson(result) : asText(result),
      };
    }),
  );
}
