import { runCheckTests } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Command } from 'commander';
import { EXIT_CODES, Failure } from '../../Failure';
import {
  casesAsMarkdown,
  casesAsText,
  compileTexts,
  readTestsBeside,
  readTexts,
  type PolicyText,
} from '../../scorecards';
import type { Io } from '../Io';
import { readBase, reportFindings, type FilesOptions } from './lint';
import { addBaseOption, addReportOptions, type ReportFormat } from './options';
import { asJson, withReported } from './reports';

async function readWithTests(places: readonly string[]): Promise<PolicyText[]> {
  const texts = await readTexts(places);
  const known = new Set(texts.map(({ file }) => file));
  const beside = await readTestsBeside(texts);
  return [...texts, ...beside.filter(({ file }) => !known.has(file))];
}

/**
 * `autonomy scorecard test`: whether checks say what their tests say.
 *
 * @internal
 */
export function addTestCommand(scorecard: Command, io: Io): void {
  addReportOptions(
    addBaseOption(
      scorecard
        .command('test')
        .description('run the tests of checks, as in delivery.test.yaml')
        .argument(
          '<file...>',
          'files, and folders of them; the tests beside a file count too',
        ),
    ),
  ).action((places: string[], options: FilesOptions) =>
    withReported(io, options, async () => {
      const texts = await readWithTests(places);
      const base = await readBase(options.base);
      const compiled = await compileTexts(texts, base);
      const { findings, policy, tests } = compiled;
      if (!policy) {
        const errors = findings.filter(({ severity }) => severity === 'error');
        return reportFindings(errors, texts.length, options.output);
      }
      if (tests.length === 0) {
        throw new Failure(
          'input',
          `expected tests in ${places.join(
            ', ',
          )} or beside, such as delivery.test.yaml beside delivery.yaml, found none`,
        );
      }
      const results = runCheckTests(policy, tests);
      const written: Record<ReportFormat, () => string> = {
        text: () => casesAsText(results),
        markdown: () => casesAsMarkdown(results),
        json: () => asJson({ results }),
      };
      const isFine = results.every(({ passed }) => passed);
      return {
        exitCode: isFine ? EXIT_CODES.done : EXIT_CODES.rejected,
        text: written[options.output](),
      };
    }),
  );
}
