import { Failure } from '../Failure';
import { oneLine } from '../oneLine';
import { Passing, readRetryAfter, retry, type RetryOptions } from './retry';

const PREFIX = '/api/autonomy/v1';
/** Of what the backend says; it ends up in a terminal. */
const MAX_SHOWN = 500;
/** What mostly is behind an answer that is none of this API. */
const HINTS: Record<number, string> = {
  404: 'is --url the backend, and the plugin installed?',
  413: 'does a proxy on the way take less? Try a smaller --batch-size',
};

/**
 * An answer that means something.
 *
 * @internal
 */
export interface Answer {
  status: number;
  body: any;
}

/**
 * Where the backend is and how it is spoken to.
 *
 * @internal
 */
export interface BackendOptions extends RetryOptions {
  /** Of the Backstage backend, e.g. `https://portal.example`. */
  url: string;
  token: string;
  /** Milliseconds for one request and its answer. */
  timeout: number;
}

/**
 * The API of the suite. Every request may be repeated: sending evidence again changes nothing.
 *
 * @internal
 */
export class BackendClient {
  readonly #options: BackendOptions;

  static create(options: BackendOptions): BackendClient {
    return new BackendClient(options);
  }

  private constructor(options: BackendOptions) {
    this.#options = options;
  }

  /**
   * @returns the answer to what was understood, be it accepted or not: 2xx, or 400 with results
   * @throws Failure (input, not-authorised, backend)
   */
  post(path: string, body: unknown): Promise<Answer> {
    return this.#request('POST', path, JSON.stringify(body));
  }

  /**
   * @throws Failure (input, not-authorised, backend)
   */
  get(path: string): Promise<Answer> {
    return this.#request('GET', path);
  }

  /**
   * The text of an answer that is no JSON.
   *
   * @throws Failure (input, not-authorised, backend)
   */
  getText(path: string): Promise<string> {
    const { url, what } = this.#target('GET', path);
    return retry(async () => {
      const init = { method: 'GET' };
      const { response, text } = await this.#fetch(what, url, init);
      if (!response.ok) judge(what, response, text);
      return text;
    }, this.#options);
  }

  #request(method: string, path: string, body?: string): Promise<Answer> {
    const { url, what } = this.#target(method, path);
    return retry(async () => {
      const { response, text } = await this.#fetch(what, url, { method, body });
      return judge(what, response, text);
    }, this.#options);
  }

  #target(method: string, path: string): { url: string; what: string } {
    const url = `${this.#options.url.replace(/\/+$/, '')}${PREFIX}${path}`;
    return { url, what: `${method} ${url}` };
  }

  async #fetch(what: string, url: string, init: RequestInit) {
    const { timeout, token } = this.#options;
    try {
      const response = await fetch(url, {
        ...init,
        headers: {
          accept: 'application/json, */*;q=0.5',
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
        },
        // A POST that is redirected arrives as something else, or elsewhere.
        redirect: 'manual',
        signal: AbortSignal.timeout(timeout),
      });
      return { response, text: await response.text() };
    } catch (error) {
      throw new Passing(new Failure('backend', `${what}: ${reasonOf(error)}`));
    }
  }
}

function judge(what: string, response: Response, text: string): Answer {
  const { headers, status } = response;
  const body = parse(text);
  const said = oneLine(String(body?.error?.message ?? text), MAX_SHOWN);
  const answered = `${what} answered ${status}${said ? `: ${said}` : ''}`;
  if (status === 429 || status >= 500) {
    const pause = readRetryAfter(headers.get('retry-after'), Date.now());
    throw new Passing(new Failure('backend', answered), pause);
  }
  if (status === 401 || status === 403) {
    throw new Failure('not-authorised', answered);
  }
  if (status >= 300 && status < 400) {
    const target = oneLine(headers.get('location') ?? 'nowhere', MAX_SHOWN);
    throw new Failure(
      'input',
      `${answered} (to ${target}); is --url the backend?`,
    );
  }
  const isUnderstood = response.ok || (status === 400 && body?.results);
  if (!isUnderstood || body === undefined) {
    const hint = response.ok ? 'is --url the backend?' : HINTS[status];
    throw new Failure('input', hint ? `${answered}; ${hint}` : answered);
  }
  return { status, body };
}

function parse(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  return oneLine(causeOf(error), MAX_SHOWN);
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  const { cause } = error;
  return cause instanceof Error
    ? cause.message || String((cause as NodeJS.ErrnoException).code)
    : error.message;
}
