import {
  matchesDigest,
  type WebhookRequest,
} from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { AuthenticationError } from '@backstage/errors';
import { createHmac, verify } from 'node:crypto';
import type { WebhookKey } from './readKeys';

/** The timestamp may be off by this much either way. */
const TOLERANCE_SECONDS = 300;
/** While keys are rotated there are two; nobody needs more than a few. */
const MOST_SIGNATURES = 8;

/** Without a full stop, which separates the parts of what is signed. */
const ID = /^[\x21-\x2d\x2f-\x7e]{1,200}$/;
const TIMESTAMP = /^\d{1,12}$/;
const SIGNATURE = /^(v1|v1a),([A-Za-z0-9+/]{20,100}={0,2})$/;

interface Signature {
  version: string;
  bytes: Buffer;
}

/**
 * Whether a request is signed as Standard Webhooks 1.0 says, by somebody who has one of the keys.
 *
 * @throws AuthenticationError
 * @internal
 */
export function authenticate(
  { body, headers, receivedAt }: WebhookRequest,
  keys: readonly WebhookKey[],
): { deliveryId: string } {
  const id = headerOf(headers, 'webhook-id', ID);
  const timestamp = headerOf(headers, 'webhook-timestamp', TIMESTAMP);
  const signatures = signaturesIn(headers['webhook-signature']);
  const isRecent =
    Math.abs(Math.floor(receivedAt / 1_000) - Number(timestamp)) <=
    TOLERANCE_SECONDS;
  const signed = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]);
  const isSigned = keys.some(key => isSignedWith(key, signed, signatures));
  if (!isRecent || !isSigned) {
    throw refusal();
  }
  return { deliveryId: id };
}

function headerOf(
  headers: WebhookRequest['headers'],
  name: string,
  pattern: RegExp,
): string {
  const value = headers[name];
  if (typeof value !== 'string' || !pattern.test(value)) {
    throw refusal();
  }
  return value;
}

/** Signatures of other versions are somebody else's business. */
function signaturesIn(header: string | string[] | undefined): Signature[] {
  const parts = typeof header === 'string' ? header.split(' ') : [];
  if (parts.length > MOST_SIGNATURES) {
    throw refusal();
  }
  return parts.flatMap(part => {
    const [, version, text] = SIGNATURE.exec(part) ?? [];
    return text ? [{ version, bytes: Buffer.from(text, 'base64') }] : [];
  });
}

function isSignedWith(
  key: WebhookKey,
  signed: Buffer,
  signatures: readonly Signature[],
): boolean {
  if (key.kind === 'public') {
    return signatures.some(
      ({ version, bytes }) =>
        version === 'v1a' && verify(null, signed, key.key, bytes),
    );
  }
  const expected = createHmac('sha256', key.secret).update(signed).digest();
  return signatures.some(
    ({ version, bytes }) => version === 'v1' && matchesDigest(bytes, expected),
  );
}

/** What was wrong is not told: it would help to guess. */
function refusal(): AuthenticationError {
  return new AuthenticationError('The request is not authentic');
}
