import {
  createHmac,
  generateKeyPairSync,
  randomBytes,
  randomUUID,
  sign,
} from 'node:crypto';
import { pagerDutyEvent } from '../pagerDuty.mjs';
import { alertmanagerBody, standardBody } from './bodies.mjs';

const WHSEC = 'whsec_';

/** The published test vector of Standard Webhooks. */
export const OFFICIAL = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: 1614265330,
  body: Buffer.from('{"test": 2432232314}'),
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};

/** base64 HMAC-SHA256 as Standard Webhooks says. */
export function standardSignature({ body, id, secret, timestamp }) {
  const key = Buffer.from(secret.slice(WHSEC.length), 'base64');
  const mac = createHmac('sha256', key);
  return `v1,${mac
    .update(`${id}.${timestamp}.`)
    .update(body)
    .digest('base64')}`;
}

/*
 * A scheme is: the `id` and `config` of its source; `secrets`, the current one and those that still count;
 * `stranger`, one that never did; `request(body, { secret, … })`, an authentic request; `join`, how
 * several signatures stand in the header; `signatureHeader`; `coversBody`, whether it depends on the body;
 * `tellsWhen`, whether a delivery says when what it says became true; `isSigned(request)`, whether the right
 * signature is anywhere in it, by a reading as lenient as can be.
 */

function pagerDuty() {
  const secrets = [
    'current-secret-of-this-test',
    'previous-secret-of-this-test',
  ];
  const header = 'x-pagerduty-signature';
  const mac = (body, secret) =>
    createHmac('sha256', secret).update(body).digest('hex');
  return {
    id: 'pagerduty',
    config: { type: 'pagerduty', secrets },
    secrets,
    stranger: 'a-secret-that-never-counted',
    signatureHeader: header,
    join: ',',
    coversBody: true,
    tellsWhen: true,
    request: (body, { secret = secrets[0] } = {}) => ({
      headers: [[header, `v1=${mac(body, secret)}`]],
      body,
    }),
    isSigned: ({ body, headers }) =>
      secrets.some(secret =>
        valuesOf(headers, header).includes(mac(body, secret)),
      ),
    body: () =>
      Buffer.from(
        pagerDutyEvent({
          id: randomUUID(),
          state: 'triggered',
          incident: `P${randomBytes(6).toString('hex')}`,
          occurredAt: Date.now() - 60_000,
          createdAt: Date.now() - 60_000,
          service: 'component-0',
          priority: 'P4',
          title: 'A small thing',
        }),
      ),
  };
}

function standardWebhooks() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const published = Buffer.from(
    publicKey.export({ format: 'jwk' }).x,
    'base64url',
  ).toString('base64');
  const random = () => `${WHSEC}${randomBytes(32).toString('base64')}`;
  const secrets = [OFFICIAL.secret, random()];
  const now = () => Math.floor(Date.now() / 1_000);
  return {
    id: 'generic',
    config: {
      type: 'standard-webhooks',
      secrets: [...secrets, `whpk_${published}`],
    },
    secrets,
    stranger: random(),
    signatureHeader: 'webhook-signature',
    join: ' ',
    coversBody: true,
    tellsWhen: true,
    request(body, options = {}) {
      const { id = randomUUID(), secret = secrets[0] } = options;
      const { timestamp = now() } = options;
      return {
        headers: [
          ['webhook-id', id],
          ['webhook-timestamp', String(timestamp)],
          [
            'webhook-signature',
            standardSignature({ body, id, secret, timestamp }),
          ],
        ],
        body,
      };
    },
    /** Signed with the private key whose public one is configured. */
    requestByKey(body) {
      const id = randomUUID();
      const timestamp = now();
      const bytes = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]);
      return {
        headers: [
          ['webhook-id', id],
          ['webhook-timestamp', String(timestamp)],
          [
            'webhook-signature',
            `v1a,${sign(null, bytes, privateKey).toString('base64')}`,
          ],
        ],
        body,
      };
    },
    isSigned({ body, headers }) {
      const digests = valuesOf(headers, 'webhook-signature')
        .split(/[ ,]+/)
        .map(text => Buffer.from(text, 'base64').toString('base64'));
      return valuesOf(headers, 'webhook-id')
        .split(', ')
        .some(id =>
          valuesOf(headers, 'webhook-timestamp')
            .split(', ')
            .some(timestamp =>
              secrets.some(secret =>
                digests.includes(
                  standardSignature({ body, id, secret, timestamp }).slice(3),
                ),
              ),
            ),
        );
    },
    body: () => Buffer.from(standardBody()),
  };
}

function alertmanager() {
  const token = () => randomBytes(24).toString('base64url');
  const secrets = [token(), token()];
  return {
    id: 'alertmanager',
    config: { type: 'alertmanager', tokens: secrets },
    secrets,
    stranger: token(),
    signatureHeader: 'authorization',
    join: ', ',
    // A token says who sends and nothing of what is sent.
    coversBody: false,
    tellsWhen: false,
    request: (body, { secret = secrets[0] } = {}) => ({
      headers: [['authorization', `Bearer ${secret}`]],
      body,
    }),
    isSigned: ({ headers }) =>
      secrets.some(secret =>
        valuesOf(headers, 'authorization').includes(secret),
      ),
    body: () => Buffer.from(alertmanagerBody()),
  };
}

/** What Node would make of several headers of a name. */
const valuesOf = (headers, name) =>
  headers
    .filter(([key]) => key.toLowerCase() === name)
    .map(([, value]) => value)
    .join(', ');

export const createSchemes = () => [
  pagerDuty(),
  standardWebhooks(),
  alertmanager(),
];
