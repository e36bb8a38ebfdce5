import { generateKeyPairSync, sign } from 'node:crypto';

const KEY_ID = 'resilience-test';
const VALID_SECONDS = 6 * 3_600;

const encode = part => Buffer.from(JSON.stringify(part)).toString('base64url');

/**
 * Signs people in, as an auth backend would; processes that are started with `jwks` in TEST_JWKS and with
 * authPlugin.mjs believe it.
 */
export function createUserTokens() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
  });
  const key = publicKey.export({ format: 'jwk' });
  return {
    jwks: JSON.stringify({
      keys: [{ ...key, alg: 'ES256', kid: KEY_ID, use: 'sig' }],
    }),
    /** A token of somebody who belongs to groups. */
    tokenOf({ groups, ref }) {
      const now = Math.floor(Date.now() / 1_000);
      const unsigned = [
        { typ: 'vnd.backstage.user', alg: 'ES256', kid: KEY_ID },
        { sub: ref, ent: [ref, ...groups], iat: now, exp: now + VALID_SECONDS },
      ]
        .map(encode)
        .join('.');
      const signature = sign('sha256', Buffer.from(unsigned), {
        key: privateKey,
        dsaEncoding: 'ieee-p1363',
      });
      return `${unsigned}.${signature.toString('base64url')}`;
    },
  };
}
