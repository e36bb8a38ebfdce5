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
  /** Takes the exit code of the command. */
  onDone: (exitCode: number) => void;
}
