import { Failure } from '../Failure';
import { describeFailure, describeReport, Report } from '../output';
import type { Io } from './Io';

/**
 * Does what a command does and prints what became of it, however it ends.
 *
 * @internal
 */
export async function withReport(
  { onDone, stderr, stdout }: Pick<Io, 'onDone' | 'stderr' | 'stdout'>,
  options: { dryRun?: boolean; output: 'text' | 'json' },
  work: (report: Report) => Promise<void>,
): Promise<void> {
  const report = Report.create();
  try {
    await work(report);
  } catch (error) {
    if (!(error instanceof Failure)) {
      throw error;
    }
    report.fail(error);
  }
  const document = report.toDocument({ dryRun: options.dryRun ?? false });
  if (options.output === 'json') {
    stdout.write(`${JSON.stringify(document)}\n`);
  } else {
    stdout.write(describeReport(document));
    stderr.write(describeFailure(document, stderr));
  }
  onDone(report.exitCode);
}
