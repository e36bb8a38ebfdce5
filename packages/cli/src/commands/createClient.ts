import { readFile } from 'node:fs/promises';
import { Failure } from '../Failure';
import { BackendClient } from '../send';
import type { Io } from './Io';
import type { BackendConnectionOptions } from './options';

const FIRST_WAIT_MS = 1_000;

/**
 * @throws Failure (input) if it is not said where the backend is or who asks
 * @internal
 */
export async function createClient(
  options: BackendConnectionOptions,
  { env, stderr }: Pick<Io, 'env' | 'stderr'>,
): Promise<BackendClient> {
  const url = readUrl(options.url);
  const token = await readToken(options.tokenFile, env.AUTONOMY_TOKEN);
  if (isReadableOnTheWay(url)) {
    stderr.write(
      'warning: --url is plain http: whoever is on the way can read the token; use https\n',
    );
  }
  return BackendClient.create({
    url,
    token,
    timeout: options.timeout * 1_000,
    retries: options.retries,
    firstWait: FIRST_WAIT_MS,
    onRetry: message => stderr.write(`${message}; trying again\n`),
  });
}

function readUrl(text: string | undefined): string {
  const expected =
    'expected an http or https URL of the Backstage backend in --url or AUTONOMY_URL';
  if (!text) {
    throw new Failure('input', `${expected}, found nothing`);
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new Failure('input', `${expected}, found ${JSON.stringify(text)}`);
  }
  // It is shown in messages, and fetch refuses it.
  if (url.username || url.password || url.search || url.hash) {
    throw new Failure(
      'input',
      `${expected}, without user, password, query and fragment`,
    );
  }
  return text;
}

/** Loopback is no way. */
function isReadableOnTheWay(url: string): boolean {
  const { hostname, protocol } = new URL(url);
  return (
    protocol === 'http:' &&
    !/^(?:(?:.+\.)?localhost\.?|127(?:\.\d+){3}|\[::1\])$/.test(hostname)
  );
}

/** The messages never show what was found: it is a secret. */
async function readToken(
  file: string | undefined,
  fromEnvironment: string | undefined,
): Promise<string> {
  const token = file ? await readTokenFile(file) : fromEnvironment?.trim();
  if (!token) {
    throw new Failure(
      'input',
      `expected a token in ${
        file ?? 'AUTONOMY_TOKEN or --token-file'
      }, found nothing`,
    );
  }
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new Failure(
      'input',
      `expected a token of printable ASCII characters in ${
        file ?? 'AUTONOMY_TOKEN'
      }`,
    );
  }
  return token;
}

async function readTokenFile(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    throw new Failure('input', `--token-file: ${(error as Error).message}`);
  }
}
