import { InvalidArgumentError, Option, type Command } from 'commander';
import { FORMATS, type Format } from '../input';

/**
 * Options of every command that asks the backend.
 *
 * @internal
 */
export interface BackendConnectionOptions {
  retries: number;
  /** Seconds. */
  timeout: number;
  tokenFile?: string;
  url?: string;
}

/**
 * Options of every command that asks the backend and tells what it said.
 *
 * @internal
 */
export interface ConnectionOptions extends BackendConnectionOptions {
  output: 'text' | 'json';
}

/**
 * Options of every command that sends items.
 *
 * @internal
 */
export interface SendingOptions extends ConnectionOptions {
  batchSize: number;
  dryRun?: true;
  format?: Format;
}

/**
 * @internal
 */
export function addBackendOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--url <url>',
        'base URL of the Backstage backend, e.g. https://portal.example',
      ).env('AUTONOMY_URL'),
    )
    .option(
      '--token-file <file>',
      'file with the token; else it comes from the environment variable AUTONOMY_TOKEN',
    )
    .option('--timeout <seconds>', 'for one request', wholeNumber(1, 600), 30)
    .option(
      '--retries <number>',
      'of a request that fails in a way that may pass',
      wholeNumber(0, 20),
      5,
    );
}

/**
 * @internal
 */
export function addConnectionOptions(command: Command): Command {
  return addBackendOptions(command).addOption(
    new Option('--output <format>', 'of the result')
      .choices(['text', 'json'])
      .default('text'),
  );
}

/**
 * @internal
 */
export function addSendingOptions(command: Command): Command {
  return addConnectionOptions(command)
    .addOption(
      new Option(
        '--format <format>',
        'of the input, if its name does not tell; json for stdin',
      ).choices(FORMATS),
    )
    .option(
      '--dry-run',
      'check everything that can be checked here, send nothing',
    )
    .option(
      '--batch-size <number>',
      'items in one request',
      wholeNumber(1, 500),
      500,
    );
}

/** Refuses anything but a whole number within bounds. */
export function wholeNumber(min: number, max: number) {
  return (text: string): number => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < min || value > max) {
      throw new InvalidArgumentError(
        `Expected a whole number from ${min} to ${max}.`,
      );
    }
    return value;
  };
}
