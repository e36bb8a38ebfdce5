import { gzipSync } from 'node:zlib';
import { below, oneOf } from '../random.mjs';
import { oddBodies } from './bodies.mjs';

/*
 * Requests that should not be there. Each maker takes `{ scheme, random }` and gives a request with
 * `expected`, a list of the statuses that may answer it; or undefined where it has no meaning for the scheme.
 * A request that is not signed may never be answered 202, whatever a maker says.
 */

const REFUSED = [401];
const ACCEPTED = [202];
const EITHER = [202, 401];
const VISIBLE = /^[\x21-\x7e]$/;
const TOO_LARGE = 513 * 1024;

const authentic = ({ scheme }) => scheme.request(scheme.body());

/** Another value for the header that authenticates. */
function withSignature({ headers, ...request }, { signatureHeader }, change) {
  return {
    ...request,
    headers: headers.map(([name, value]) =>
      name === signatureHeader ? [name, change(value)] : [name, value],
    ),
  };
}

const signatureOf = ({ headers }, { signatureHeader }) =>
  headers.find(([name]) => name === signatureHeader)[1];

/** What is signed with a secret that never counted. */
const wrong = ({ scheme }, body) =>
  signatureOf(scheme.request(body, { secret: scheme.stranger }), scheme);

const flipped = (random, byte) => byte ^ (1 << below(random, 8));

export const MUTATIONS = {
  authentic: t => ({ ...authentic(t), expected: ACCEPTED }),
  'every header taken away in turn': t => {
    const request = authentic(t);
    const gone = below(t.random, request.headers.length);
    return {
      ...request,
      headers: request.headers.filter((_, index) => index !== gone),
      expected: REFUSED,
    };
  },
  'no headers': t => ({ ...authentic(t), headers: [], expected: REFUSED }),
  'a bit of the body': t => {
    if (!t.scheme.coversBody) return undefined;
    const { body, headers } = authentic(t);
    const bytes = Buffer.from(body);
    const at = below(t.random, bytes.length);
    bytes[at] = flipped(t.random, bytes[at]);
    return { headers, body: bytes, expected: REFUSED };
  },
  'a bit of a header': t => {
    const request = authentic(t);
    const chosen = below(t.random, request.headers.length);
    const [name, value] = request.headers[chosen];
    const bytes = Buffer.from(value);
    const at = below(t.random, bytes.length);
    const byte = flipped(t.random, bytes[at]);
    if (!VISIBLE.test(String.fromCharCode(byte))) return undefined;
    bytes[at] = byte;
    const headers = request.headers.with(chosen, [name, bytes.toString()]);
    // The last letter of base64 has bits that say nothing: the same signature, spelled differently.
    return { ...request, headers, expected: EITHER };
  },
  'upper case': t => ({
    ...withSignature(authentic(t), t.scheme, value => value.toUpperCase()),
    expected: REFUSED,
  }),
  'upper case names': t => {
    const { body, headers } = authentic(t);
    const upper = headers.map(([name, value]) => [name.toUpperCase(), value]);
    return { body, headers: upper, expected: ACCEPTED };
  },
  'another version': t => ({
    ...withSignature(authentic(t), t.scheme, value =>
      value.replace(
        /^(v1|Bearer)/,
        oneOf(t.random, ['v0', 'v2', 'v11', 'Basic', '', 'v1a']),
      ),
    ),
    expected: REFUSED,
  }),
  'a header twice': t => {
    const request = authentic(t);
    const twice = oneOf(t.random, request.headers);
    return {
      ...request,
      headers: [...request.headers, twice],
      expected: EITHER,
    };
  },
  'the wrong signature first': t => {
    const request = authentic(t);
    const first = [t.scheme.signatureHeader, wrong(t, request.body)];
    return {
      ...request,
      headers: [first, ...request.headers],
      expected: EITHER,
    };
  },
  'the wrong signature twice': t => {
    const request = authentic(t);
    const bad = [t.scheme.signatureHeader, wrong(t, request.body)];
    const others = request.headers.filter(([name]) => name !== bad[0]);
    return { ...request, headers: [...others, bad, bad], expected: REFUSED };
  },
  'eight signatures': t => manySignatures(t, 8),
  'nine signatures': t => manySignatures(t, 9),
  'the previous secret': t => ({
    ...t.scheme.request(t.scheme.body(), { secret: t.scheme.secrets[1] }),
    expected: ACCEPTED,
  }),
  'a key pair': t =>
    t.scheme.requestByKey && {
      ...t.scheme.requestByKey(t.scheme.body()),
      expected: ACCEPTED,
    },
  'the secret of somebody else': t => ({
    ...t.scheme.request(t.scheme.body(), { secret: t.scheme.stranger }),
    expected: REFUSED,
  }),
  'the headers of another source': t => ({
    ...t.other.request(t.scheme.body()),
    expected: REFUSED,
  }),
  'the signature of another body': t => {
    if (!t.scheme.coversBody) return undefined;
    const { headers } = authentic(t);
    const body = oneOf(t.random, [Buffer.alloc(0), t.scheme.body()]);
    return { headers, body, expected: REFUSED };
  },
  'part of the signature': t => ({
    ...withSignature(authentic(t), t.scheme, value =>
      value.slice(0, below(t.random, value.length - 4)),
    ),
    expected: REFUSED,
  }),
  'anything as signature': t => ({
    ...withSignature(authentic(t), t.scheme, () => anything(t.random)),
    expected: REFUSED,
  }),
  'a timestamp that is none': t =>
    isTimestamped(t) && {
      ...t.scheme.request(t.scheme.body(), {
        timestamp: oneOf(t.random, [
          '',
          'now',
          '-1',
          '+1',
          '1e9',
          String(Date.now()),
          `${Date.now() / 1_000}`,
          '9'.repeat(30),
        ]),
      }),
      expected: REFUSED,
    },
  'an odd body': t => {
    const bodies = Object.values(oddBodies(t.scheme.body()));
    return { ...t.scheme.request(oneOf(t.random, bodies)), expected: ACCEPTED };
  },
  'an odd body, not signed': t => {
    const bodies = Object.values(oddBodies(t.scheme.body()));
    return { headers: [], body: oneOf(t.random, bodies), expected: REFUSED };
  },
  '513 kB': t => ({
    ...t.scheme.request(Buffer.alloc(TOO_LARGE, ' ')),
    expected: [413],
  }),
  compressed: t => {
    const body = gzipSync(t.scheme.body());
    const { headers } = t.scheme.request(body);
    const encoding = [
      'content-encoding',
      oneOf(t.random, ['gzip', 'br', 'deflate', 'zstd']),
    ];
    return { body, headers: [...headers, encoding], expected: [415] };
  },
  'in chunks': t => ({ ...authentic(t), isChunked: true, expected: ACCEPTED }),
  'another content type': t => {
    const { body, headers } = authentic(t);
    const type = oneOf(t.random, [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/json; charset=utf-16',
      'nonsense',
    ]);
    return {
      body,
      headers: [...headers, ['content-type', type]],
      expected: ACCEPTED,
    };
  },
  'another method': t => ({
    ...authentic(t),
    method: oneOf(t.random, ['GET', 'PUT', 'PATCH', 'DELETE']),
    expected: [401, 404, 405],
  }),
};

const isTimestamped = ({ scheme }) => scheme.requestByKey !== undefined;

/** The right one among wrong ones; more than eight are not looked at. */
function manySignatures(t, count) {
  const { scheme, random } = t;
  const request = authentic(t);
  const right = signatureOf(request, scheme);
  const all = Array(count).fill(wrong(t, request.body));
  all[below(random, count)] = right;
  if (scheme.id === 'alertmanager') return undefined;
  return {
    ...withSignature(request, scheme, () => all.join(scheme.join)),
    expected: count > 8 ? REFUSED : ACCEPTED,
  };
}

function anything(random) {
  const pieces = ['v1=', 'v1,', 'Bearer ', ' ', ',', '=', 'a', '0', 'x\u00e9'];
  const count = 1 + below(random, 40);
  const text = Array.from({ length: count }, () => oneOf(random, pieces));
  return text.join('').trim() || '-';
}
