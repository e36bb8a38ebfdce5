import { SingleBar } from 'cli-progress';

/** Items between two lines where there is no terminal. */
const LINE_EVERY = 5_000;

/**
 * Shows how far a long command has come.
 *
 * @internal
 */
export interface Progress {
  /** @param answered - items so far */
  update(answered: number): void;
  stop(): void;
}

/**
 * A bar on a terminal, a line now and then elsewhere.
 *
 * @param options - `total`: unknown if absent; `unit`: of what, items unless told
 * @internal
 */
export function createProgress(options: {
  total?: number;
  unit?: string;
  stream: NodeJS.WritableStream & { isTTY?: boolean };
}): Progress {
  const { stream, total, unit = 'items' } = options;
  return stream.isTTY && total !== undefined
    ? createBar(stream, total)
    : createLines(stream, unit, total);
}

function createBar(stream: NodeJS.WritableStream, total: number): Progress {
  const bar = new SingleBar({
    barCompleteChar: '#',
    barIncompleteChar: '-',
    format: '[{bar}] {percentage}%  {value} of {total}  {eta_formatted} left',
    stream,
  });
  bar.start(total, 0);
  return { update: answered => bar.update(answered), stop: () => bar.stop() };
}

function createLines(
  stream: NodeJS.WritableStream,
  unit: string,
  total?: number,
): Progress {
  let next = LINE_EVERY;
  const of = total === undefined ? '' : ` of ${total.toLocaleString('en')}`;
  return {
    update(answered) {
      if (answered >= next) {
        stream.write(`${answered.toLocaleString('en')}${of} ${unit}\n`);
        next = answered - (answered % LINE_EVERY) + LINE_EVERY;
      }
    },
    stop: () => undefined,
  };
}
