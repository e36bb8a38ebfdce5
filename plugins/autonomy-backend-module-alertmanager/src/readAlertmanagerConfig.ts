import type { Config } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';

/**
 * What stands below an incident source of this type, with its defaults.
 *
 * @internal
 */
export interface AlertmanagerConfig {
  /** Any of them lets a request in; none means that there is no webhook. */
  tokens: string[];
  /** Name of the alert that is a heartbeat. */
  heartbeatAlert: string;
}

const DEFAULT_HEARTBEAT_ALERT = 'Watchdog';

/** What can be sent after `Bearer `, and 128 bits even where each character holds only four. */
const TOKEN = /^[\x21-\x7e]{32,1000}$/;

/**
 * @param id - the name of the source
 * @param config - what stands below it
 * @throws InputError that names the path of the mistake, and never shows a token
 * @internal
 */
export function readAlertmanagerConfig(
  id: string,
  config: Config,
): AlertmanagerConfig {
  const path = `autonomy.incidents.sources.${id}`;
  return {
    tokens: readTokens(config, `${path}.tokens`),
    heartbeatAlert: at(
      `${path}.heartbeat.alertname`,
      () =>
        config.getOptionalString('heartbeat.alertname') ??
        DEFAULT_HEARTBEAT_ALERT,
    ),
  };
}

function readTokens(config: Config, path: string): string[] {
  const tokens = at(path, () => config.getOptionalStringArray('tokens'));
  if (tokens?.length === 0) {
    throw mistake(path, 'expected at least one token, found an empty list');
  }
  tokens?.forEach((token, position) => {
    if (!TOKEN.test(token)) {
      throw mistake(
        `${path}[${position}]`,
        `expected 32 to 1000 visible ASCII characters, found ${token.length} characters`,
      );
    }
  });
  return tokens ?? [];
}

function at<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw mistake(path, toError(error).message);
  }
}

function mistake(path: string, message: string): InputError {
  return new InputError(`Invalid configuration at ${path}: ${message}`);
}
