import { randomBytes } from 'node:crypto';

const MINUTE = 60_000;
const DEPTH = 10_000;
const KILOBYTE = 1024;

const instant = (ago, now = Date.now()) => new Date(now - ago).toISOString();

/** An event in the suite's own words, for Standard Webhooks. */
export function standardBody({
  id = randomBytes(6).toString('hex'),
  type = 'incident.opened',
  ago = MINUTE,
  now = Date.now(),
  ...rest
} = {}) {
  return JSON.stringify({
    type,
    timestamp: instant(ago, now),
    data: {
      id,
      title: `A small thing, ${type}`,
      startedAt: instant(2 * ago, now),
      entity: 'component:default/component-0',
      severity: 'low',
      ...rest,
    },
  });
}

/** A notification of Alertmanager about one alert. */
export function alertmanagerBody({
  fingerprint = randomBytes(8).toString('hex'),
  startsAt = instant(MINUTE),
  endsAt,
} = {}) {
  return JSON.stringify({
    version: '4',
    groupKey: '{}:{}',
    status: endsAt ? 'resolved' : 'firing',
    receiver: 'autonomy',
    groupLabels: {},
    commonLabels: {},
    commonAnnotations: {},
    externalURL: 'https://alertmanager.example.org',
    truncatedAlerts: 0,
    alerts: [
      {
        status: endsAt ? 'resolved' : 'firing',
        labels: { alertname: 'Slow', service: 'component-0', severity: 'low' },
        annotations: { summary: 'It is slow' },
        startsAt,
        endsAt: endsAt ?? '0001-01-01T00:00:00Z',
        generatorURL: 'https://prometheus.example.org/graph',
        fingerprint,
      },
    ],
  });
}

/**
 * Bodies that nobody should send, by name; signed as they are, they are authentic.
 *
 * @param body - one that makes sense
 */
export function oddBodies(body) {
  const text = body.toString();
  const padded = size =>
    Buffer.concat([body, Buffer.alloc(size * KILOBYTE - body.length, ' ')]);
  return {
    empty: Buffer.alloc(0),
    'no JSON': Buffer.from('hello'),
    'half of it': body.subarray(0, body.length / 2),
    null: Buffer.from('null'),
    'a list': Buffer.from(`[${text}]`),
    'invalid UTF-8': Buffer.concat([body, Buffer.from([0xc3, 0x28, 0xff])]),
    'a byte order mark': Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body]),
    'UTF-16': Buffer.from(text, 'utf16le'),
    'NUL bytes': Buffer.from(text.replace(':', ':"\u0000",\u0000')),
    'half a character': Buffer.from(text.replace('"A small', '"\\ud800 small')),
    'huge numbers': Buffer.from(
      text.replace('{', `{"n":${'9'.repeat(400)},"e":1e99999,`),
    ),
    'the prototype': Buffer.from(
      text.replace(
        '{',
        '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},',
      ),
    ),
    'deep lists': Buffer.from('['.repeat(DEPTH) + ']'.repeat(DEPTH)),
    'deep objects': Buffer.from(
      `${'{"a":'.repeat(DEPTH)}1${'}'.repeat(DEPTH)}`,
    ),
    'the same key often': Buffer.from(
      text.replace('{', `{${'"event":1,'.repeat(1_000)}`),
    ),
    'a long text': Buffer.from(text.replace('small', 's'.repeat(100_000))),
    '256 kB': padded(256),
    '512 kB': padded(512),
  };
}
