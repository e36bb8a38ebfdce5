import { styleText } from 'node:util';
import type { ReportDocument } from './Report';
import { table } from './table';

/** In a terminal; the rest is in `--output json`. */
const MAX_SHOWN = 20;

const count = (value: number) => value.toLocaleString('en');

/**
 * What became of the items, for people; empty where a failure says it all.
 *
 * @internal
 */
export function describeReport(report: ReportDocument): string {
  const { coverage, failure } = report;
  const answered = report.stored + report.unchanged + report.rejected;
  return inLines([
    ...(failure && answered === 0 ? [] : totals(report)),
    ...errors(report).map(line => `  ${line}`),
    ...(coverage ? [describeCoverage(coverage)] : []),
  ]);
}

/**
 * What ended a command early and how to go on, red on a terminal that wants colours.
 *
 * @param stream - where it goes
 * @internal
 */
export function describeFailure(
  report: ReportDocument,
  stream: NodeJS.WritableStream,
): string {
  const { failure } = report;
  if (!failure) {
    return '';
  }
  const error = styleText('red', `error: ${failure.message}`, {
    stream: stream as NodeJS.WriteStream,
  });
  if (!failure.notSentFrom) {
    return inLines([error]);
  }
  const { file, line } = failure.notSentFrom;
  return inLines([
    error,
    `stored so far: ${count(
      report.stored + report.unchanged,
    )}. What comes from ${file}:${line} on may not be.`,
    'Run the same command again to go on: what is stored already is left as it is.',
  ]);
}

function inLines(lines: readonly string[]): string {
  return lines.map(line => `${line}\n`).join('');
}

function totals(report: ReportDocument): string[] {
  const figures = report.dryRun
    ? { 'would send': report.sendable ?? 0, rejected: report.rejected }
    : {
        stored: report.stored,
        unchanged: report.unchanged,
        rejected: report.rejected,
      };
  const values = Object.values(figures).map(count);
  const width = Math.max(...values.map(value => value.length));
  return table(
    Object.keys(figures).map((name, index) => [
      name,
      values[index].padStart(width),
    ]),
  );
}

function errors({ errors: found, rejected }: ReportDocument): string[] {
  const shown = found.slice(0, MAX_SHOWN);
  const lines = table(
    shown.map(({ field, file, line, message }) => [
      `${file}:${line}`,
      field,
      message,
    ]),
  );
  return rejected > shown.length
    ? [...lines, `and ${count(rejected - shown.length)} more`]
    : lines;
}

function describeCoverage({
  declared,
  entities,
  from,
  source,
  to,
}: NonNullable<ReportDocument['coverage']>): string {
  const whom =
    entities === undefined ? 'all that it covers' : `${entities} entities`;
  const what = `coverage of ${whom} by ${source} from ${from}${
    to === undefined ? '' : ` to ${to}`
  }`;
  return `${what}: ${declared ? 'declared' : 'not declared'}`;
}
