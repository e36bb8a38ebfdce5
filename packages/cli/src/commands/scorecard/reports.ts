import { writeFile } from 'node:fs/promises';
import { EXIT_CODES, Failure } from '../../Failure';
import type { Io } from '../Io';

/**
 * What a scorecard command has to say, in each format that it knows.
 *
 * @internal
 */
export interface Reported {
  exitCode: number;
  /** Ends with a line break. */
  text: string;
}

/**
 * @internal
 */
export interface ReportOptions {
  output: string;
  reportFile?: string;
}

/**
 * JSON that ends a report.
 *
 * @internal
 */
export function asJson(document: unknown): string {
  return `${JSON.stringify(document)}\n`;
}

/**
 * Does what a command does, and prints or stores what it says, however it ends.
 *
 * @internal
 */
export async function withReported(
  { onDone, stderr, stdout }: Pick<Io, 'onDone' | 'stderr' | 'stdout'>,
  { output, reportFile }: ReportOptions,
  work: () => Promise<Reported>,
): Promise<void> {
  try {
    const { exitCode, text } = await work();
    if (reportFile === undefined) {
      stdout.write(text);
    } else {
      await store(reportFile, text);
    }
    onDone(exitCode);
  } catch (error) {
    if (!(error instanceof Failure)) {
      throw error;
    }
    const { message, reason } = error;
    if (output === 'json') {
      stdout.write(asJson({ failure: { reason, message } }));
    } else {
      stderr.write(`error: ${message}\n`);
    }
    onDone(EXIT_CODES[reason]);
  }
}

async function store(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new Failure('input', `--report-file: ${(error as Error).message}`);
  }
}
