import type { Command } from 'commander';
import { EXIT_CODES } from '../../Failure';
import {
  compileTexts,
  findingsAsMarkdown,
  findingsAsText,
  isTestFile,
  readTexts,
  type Finding,
} from '../../scorecards';
import type { Io } from '../Io';
import { addBaseOption, addReportOptions, type ReportFormat } from './options';
import {
  asJson,
  withReported,
  type Reported,
  type ReportOptions,
} from './reports';

/**
 * @internal
 */
export interface FilesOptions extends ReportOptions {
  base?: string[];
  output: ReportFormat;
}

/**
 * What is to be said of files, and whether any of it is a mistake.
 *
 * @internal
 */
export function reportFindings(
  findings: readonly Finding[],
  files: number,
  output: ReportFormat,
): Reported {
  const hasErrors = findings.some(({ severity }) => severity === 'error');
  const texts: Record<ReportFormat, () => string> = {
    text: () => findingsAsText(findings, files),
    markdown: () => findingsAsMarkdown(findings, files),
    json: () => asJson({ files, findings }),
  };
  return {
    exitCode: hasErrors ? EXIT_CODES.rejected : EXIT_CODES.done,
    text: texts[output](),
  };
}

/**
 * The files before the ones that are meant; tests among them do not count.
 *
 * @throws Failure (input)
 * @internal
 */
export async function readBase(places: readonly string[] = []) {
  const texts = places.length > 0 ? await readTexts(places) : [];
  return texts.filter(({ file }) => !isTestFile(file));
}

/**
 * `autonomy scorecard lint`: mistakes, and what may not be meant.
 *
 * @internal
 */
export function addLintCommand(scorecard: Command, io: Io): void {
  addReportOptions(
    addBaseOption(
      scorecard
        .command('lint')
        .description('check policy, scorecards, overlays and tests of checks')
        .argument('<file...>', 'files, and folders of them'),
    ),
  ).action((places: string[], options: FilesOptions) =>
    withReported(io, options, async () => {
      const texts = await readTexts(places);
      const base = await readBase(options.base);
      const { findings } = await compileTexts(texts, base);
      return reportFindings(findings, texts.length, options.output);
    }),
  );
}
