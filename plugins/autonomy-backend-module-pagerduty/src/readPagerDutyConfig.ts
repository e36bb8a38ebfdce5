import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const DEFAULT_BASE_URL = 'https://api.pagerduty.com';
const MIN_SECRET_LENGTH = 16;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * The settings of one source.
 *
 * @internal
 */
export interface PagerDutyConfig {
  /** At least one; absent where the source has no webhook. */
  secrets?: readonly string[];
  /** Absent where the source cannot be asked. */
  api?: { token: string; baseUrl: string };
}

/**
 * @param config - what stands below `autonomy.incidents.sources.<id>`
 * @throws InputError that names the path of the mistake and never shows a secret
 * @internal
 */
export function readPagerDutyConfig(
  id: string,
  config: Config,
): PagerDutyConfig {
  const path = `autonomy.incidents.sources.${id}`;
  const api = config.getOptionalConfig('api');
  return {
    secrets: readSecrets(config, `${path}.secrets`),
    api: api && {
      token: readToken(api, `${path}.api.token`),
      baseUrl: readBaseUrl(api, `${path}.api.baseUrl`),
    },
  };
}

function readSecrets(config: Config, path: string): string[] | undefined {
  const secrets = config.getOptionalStringArray('secrets');
  // An empty list is rather a variable that is not set than the wish for no webhook.
  if (secrets?.length === 0) {
    throw mistake(path, 'expected at least one secret, found an empty list');
  }
  secrets?.forEach((secret, index) => {
    if (secret.length < MIN_SECRET_LENGTH || secret.trim() !== secret) {
      throw mistake(
        `${path}[${index}]`,
        `expected at least ${MIN_SECRET_LENGTH} characters without white space around them, found ${secret.length}`,
      );
    }
  });
  return secrets;
}

function readToken(api: Config, path: string): string {
  const token = api.getString('token');
  if (!/^[!-~]+$/.test(token)) {
    throw mistake(
      path,
      'expected printable ASCII characters without white space, found others',
    );
  }
  return token;
}

function readBaseUrl(api: Config, path: string): string {
  const text = api.getOptionalString('baseUrl') ?? DEFAULT_BASE_URL;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe =
    url?.protocol === 'https:' ||
    (url?.protocol === 'http:' && LOOPBACK.test(url.hostname));
  if (!url || !isSafe || url.username || url.password || /[?#]/.test(text)) {
    throw mistake(
      path,
      'expected an https URL without credentials, query and fragment (http only for this machine), found something else',
    );
  }
  return text.replace(/\/+$/, '');
}

function mistake(path: string, message: string): InputError {
  return new InputError(`Invalid configuration at ${path}: ${message}`);
}
