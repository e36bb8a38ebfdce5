/**
 * What a command touches besides files and the network.
 *
 * @internal
 */
export interface Io {
  env: Record<string, string | undefined>;
  stdin: AsyncIterable<Uint8Array> & { isTTY?: boolean };
  stdout: NodeJS.WritableStream;
  stderr: NodeJS.WritableStream & { isTTY?: boolean };
  /** UTC milliseconds. */
  now: () => number;
  /**
   * Tells the first request to stop, as Ctrl-C is; until then the process would just end.
   *
   * @returns stops listening
   */
  onInterrupt: (listener: () => void) => () => void;
  /** Takes the exit code of the command. */
  onDone: (exitCode: number) => void;
}
