import { Failure } from '../Failure';
import {
  inBatches,
  surveyInputs,
  type Input,
  type Origin,
  type ReadItem,
} from '../input';
import type { Report } from '../output';
import type { BatchSender } from '../send';

/**
 * Sends everything there is, batch by batch. What stands in files is read to its end first: of files
 * that cannot be read nothing is sent.
 *
 * @param options - `onTotal`: told how many items there are, before the first is sent, if it can be known
 * @throws Failure (input) before anything is sent; what comes later is in the report
 * @internal
 */
export async function sendInputs(options: {
  batchSize: number;
  inputs: readonly Input[];
  report: Report;
  sender: Pick<BatchSender, 'send'>;
  onTotal?: (total: number | undefined) => void;
  onProgress?: (answered: number) => void;
}): Promise<void> {
  const { batchSize, inputs, onProgress, onTotal, report, sender } = options;
  const total = await surveyInputs(inputs, (origin, mistake) =>
    report.reject(origin, mistake),
  );
  if (report.rejected > 0) {
    throw new Failure(
      'input',
      `nothing was sent: items that cannot be read: ${report.rejected}`,
    );
  }
  onTotal?.(total);
  let next: Origin | undefined;
  try {
    for await (const batch of inBatches(itemsOf(inputs), batchSize)) {
      next = batch[0].origin;
      report.add(await sender.send(batch));
      next = after(batch.at(-1)!.origin);
      onProgress?.(report.answered);
    }
  } catch (error) {
    if (!(error instanceof Failure)) {
      throw error;
    }
    report.fail(error, report.answered > 0 ? next : undefined);
  }
}

async function* itemsOf(inputs: readonly Input[]): AsyncGenerator<ReadItem> {
  for (const input of inputs) {
    for await (const entry of input.read()) {
      if (entry.unreadable) {
        const { file, line } = entry.origin;
        throw new Failure(
          'input',
          `${file}:${line}: ${entry.unreadable.message}`,
        );
      }
      yield entry;
    }
  }
}

function after({ file, line }: Origin): Origin {
  return { file, line: line + 1 };
}
