import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { createPublicKey, type KeyObject } from 'node:crypto';

/**
 * What signatures are checked with.
 *
 * @internal
 */
export type WebhookKey =
  | { kind: 'secret'; secret: Buffer }
  | { kind: 'public'; key: KeyObject };

const SECRET = /^whsec_([A-Za-z0-9+/]+={0,2})$/;
const PUBLIC_KEY = /^whpk_([A-Za-z0-9+/]{43}=)$/;
const SECRET_BYTES = { least: 24, most: 64 };

const EXPECTED =
  'expected whsec_ and 24 to 64 bytes in base64, or whpk_ and a public ed25519 key in base64';

/**
 * The keys under `secrets`; undefined where there are none.
 *
 * @throws InputError that names the path of the mistake, and never the key
 * @internal
 */
export function readKeys(
  config: Config,
  path: string,
): [WebhookKey, ...WebhookKey[]] | undefined {
  const secrets = config.getOptionalStringArray('secrets');
  if (!secrets) {
    return undefined;
  }
  const [first, ...others] = secrets.map((text, index) =>
    readKey(text, `${path}.secrets[${index}]`),
  );
  if (!first) {
    throw new InputError(
      `Invalid configuration at ${path}.secrets: expected at least one, found none`,
    );
  }
  return [first, ...others];
}

function readKey(text: string, path: string): WebhookKey {
  const [, publicKey] = PUBLIC_KEY.exec(text) ?? [];
  if (publicKey) {
    return { kind: 'public', key: toPublicKey(publicKey) };
  }
  const [, encoded] = SECRET.exec(text) ?? [];
  const secret = Buffer.from(encoded ?? '', 'base64');
  const { least, most } = SECRET_BYTES;
  if (secret.length < least || secret.length > most) {
    throw new InputError(
      `Invalid configuration at ${path}: ${EXPECTED}, found a text of ${text.length} characters`,
    );
  }
  return { kind: 'secret', secret };
}

function toPublicKey(encoded: string): KeyObject {
  const x = Buffer.from(encoded, 'base64').toString('base64url');
  return createPublicKey({
    format: 'jwk',
    key: { kty: 'OKP', crv: 'Ed25519', x },
  });
}
