import {
  matchesDigest,
  type WebhookIdentity,
  type WebhookReceiver,
  type WebhookRequest,
} from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { AuthenticationError } from '@backstage/errors';
import { createHash } from 'node:crypto';

/** One header with one token: values that were joined by a comma have a space in them. */
const AUTHORIZATION = /^Bearer ([\x21-\x7e]+)$/;

/**
 * Lets in whoever presents one of the configured bearer tokens.
 *
 * @internal
 */
export class BearerTokenReceiver implements WebhookReceiver {
  readonly #digests: readonly Buffer[];

  static create(options: { tokens: readonly string[] }): BearerTokenReceiver {
    return new BearerTokenReceiver(options.tokens.map(digestOf));
  }

  private constructor(digests: readonly Buffer[]) {
    this.#digests = digests;
  }

  /**
   * @returns no delivery id, because Alertmanager has none
   * @throws AuthenticationError, the same whatever was wrong
   */
  authenticate({ headers }: WebhookRequest): WebhookIdentity {
    const { authorization } = headers;
    const token =
      typeof authorization === 'string'
        ? AUTHORIZATION.exec(authorization)?.[1]
        : undefined;
    if (token === undefined || !this.#knows(token)) {
      throw new AuthenticationError('No valid bearer token');
    }
    return {};
  }

  /** Compares with every token, so that the time does not tell which of them it was. */
  #knows(token: string): boolean {
    const found = digestOf(token);
    return this.#digests.reduce(
      (known, digest) => matchesDigest(found, digest) || known,
      false,
    );
  }
}

/** Digests have one length, so that the time of a comparison does not tell a token's. */
function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
