import { Option, type Command } from 'commander';

const FORMATS = ['text', 'json', 'markdown'] as const;

/**
 * @internal
 */
export type ReportFormat = (typeof FORMATS)[number];

/**
 * Options of every scorecard command.
 *
 * @internal
 */
export function addReportOptions(
  command: Command,
  formats: readonly ReportFormat[] = FORMATS,
): Command {
  return addReportFileOption(
    command.addOption(
      new Option('--output <format>', 'of the report')
        .choices(formats)
        .default(formats[0]),
    ),
  );
}

/**
 * @internal
 */
export function addReportFileOption(command: Command): Command {
  return command.option(
    '--report-file <file>',
    'takes the report instead of stdout',
  );
}

/**
 * @internal
 */
export function addBaseOption(command: Command): Command {
  return command.option(
    '--base <file...>',
    'files and folders that the portal reads before these',
  );
}
