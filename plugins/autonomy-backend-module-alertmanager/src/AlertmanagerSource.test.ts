import { mockServices } from '@backstage/backend-test-utils';
import { isError } from '@backstage/errors';
import * as fc from 'fast-check';
import { createSource, readFixture } from './__testUtils__';

const STARTED = Date.parse('2026-11-20T08:15:00.123Z');
const RESOLVED = Date.parse('2026-11-20T09:00:30.500Z');
const RECEIVED = Date.parse('2026-11-20T12:00:00Z');

const logger = mockServices.logger.mock();
const source = createSource({}, logger);

function read(notification: unknown): any[] {
  return source.read({
    body: Buffer.from(
      typeof notification === 'string'
        ? notification
        : JSON.stringify(notification),
    ),
    receivedAt: RECEIVED,
  });
}

function readUnlessRefused(notification: unknown): any[] {
  try {
    return read(notification);
  } catch (error) {
    if (isError(error) && error.name === 'InputError') {
      return [];
    }
    throw error;
  }
}

/** `firing.json` with another first alert. */
function withAlert(changes: object, name = 'firing') {
  const notification = readFixture(name);
  return {
    ...notification,
    alerts: [{ ...notification.alerts[0], ...changes }],
  };
}

beforeEach(() => jest.clearAllMocks());

describe('AlertmanagerSource', () => {
  it('reads an alert from its start to its end as one incident', () => {
    const incident = {
      kind: 'incident',
      id: 'a3c1f0de52b98764:2026-11-20T08:15:00.123Z',
      occurredAt: RECEIVED,
      title: 'More than 5 % of payments fail',
      startedAt: STARTED,
      url: 'https://prometheus.example.org/graph?g0.expr=up%3D%3D0',
      subject: {
        labels: {
          alertname: 'PaymentErrors',
          cluster: 'west',
          job: 'payments-api',
          severity: 'critical',
        },
        severity: 'critical',
        service: { name: 'payments-api' },
      },
    };
    expect(read(readFixture('firing'))).toEqual([incident]);
    expect(read(readFixture('firing'))).toEqual([incident]);
    expect(read(readFixture('resolved'))).toEqual([
      { ...incident, resolvedAt: RESOLVED },
    ]);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('reads each alert of a group by its own state, and says what was left out', () => {
    expect(
      read(readFixture('grouped')).map(
        ({ id, resolvedAt, title, url, subject }) => ({
          id,
          resolvedAt,
          title,
          url,
          service: subject.service.name,
        }),
      ),
    ).toEqual([
      {
        id: '00000000000000a1:2026-11-20T10:00:00.000Z',
        title: 'The queue of the ledger is long',
        service: 'ledger',
      },
      {
        id: '00000000000000a2:2026-11-20T10:01:00.000Z',
        title: 'QueueIsLong',
        service: 'ledger',
      },
      {
        id: '00000000000000a3:2026-11-20T09:50:00.000Z',
        resolvedAt: Date.parse('2026-11-20T10:02:00Z'),
        title: 'QueueIsLong',
        url: 'https://runbooks.example.org/queues',
        service: 'ledger',
      },
    ]);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/left 2 alerts out .* 'main'/),
    );
  });

  it('makes another incident of an alert that fires again', () => {
    const [before] = read(readFixture('resolved'));
    const [again] = read(withAlert({ startsAt: '2026-11-20T10:00:00Z' }));
    expect(again.id).not.toBe(before.id);
    expect(again.resolvedAt).toBeUndefined();
  });

  it('takes the newest state of an alert that is there twice', () => {
    const [firing] = readFixture('firing').alerts;
    const [resolved] = readFixture('resolved').alerts;
    const again = { ...firing, startsAt: '2026-11-20T10:00:00Z' };
    const atOnce = { ...resolved, endsAt: resolved.startsAt };
    const states = (...alerts: object[]) =>
      read({ ...readFixture('firing'), alerts }).map(
        ({ resolvedAt }) => resolvedAt,
      );
    expect(states(firing, resolved)).toEqual([RESOLVED]);
    expect(states(resolved, firing)).toEqual([RESOLVED]);
    expect(states(atOnce, firing)).toEqual([STARTED]);
    expect(states(firing, atOnce)).toEqual([STARTED]);
    expect(states(resolved, again, firing)).toEqual([RESOLVED, undefined]);
  });

  it('takes the watchdog for a heartbeat while it fires, and never for an incident', () => {
    const watchdog = readFixture('watchdog');
    const both = {
      ...watchdog,
      alerts: [
        ...watchdog.alerts,
        ...readFixture('firing').alerts,
        ...watchdog.alerts,
      ],
    };
    const silent = withAlert(
      { status: 'resolved', endsAt: '2026-11-20T10:00:00Z' },
      'watchdog',
    );
    expect(read(watchdog)).toEqual([{ kind: 'heartbeat' }]);
    expect(read(both).map(({ kind }) => kind)).toEqual([
      'heartbeat',
      'incident',
    ]);
    expect(read(silent)).toEqual([]);
    expect(read({ ...watchdog, alerts: [] })).toEqual([]);

    const named = createSource({ heartbeat: { alertname: 'PaymentErrors' } });
    const messages = ['firing', 'watchdog'].map(name =>
      named.read({
        body: Buffer.from(JSON.stringify(readFixture(name))),
        receivedAt: 0,
      }),
    );
    expect(messages.flat().map(({ kind }) => kind)).toEqual([
      'heartbeat',
      'incident',
    ]);
  });

  it.each([
    [{ version: '5' }, 'version: expected "4", found "5"'],
    [{ version: 4 }, 'version: expected "4", found 4'],
    [{ version: undefined }, 'version: expected "4", found nothing'],
    [{ alerts: {} }, 'alerts: expected a list of alerts, found an object'],
    [{ alerts: [[]] }, 'alerts[0]: expected '],
    [{ truncatedAlerts: -1 }, 'truncatedAlerts: expected a number from 0'],
    [{ truncatedAlerts: 1.5 }, 'truncatedAlerts: expected a whole number'],
  ])('%#: does not guess what a notification means', (changes, message) => {
    expect(() => read({ ...readFixture('firing'), ...changes })).toThrow(
      message,
    );
  });

  it.each([
    [
      { status: 'pending' },
      'status: expected firing or resolved, found "pending"',
    ],
    [
      { startsAt: undefined },
      'startsAt: expected an RFC 3339 instant after 1970 such as 2026-01-31T09:30:00.5Z, found nothing',
    ],
    [{ startsAt: '0001-01-01T00:00:00Z' }, 'startsAt: expected an RFC'],
    [{ startsAt: '2026-11-20T08:15:00' }, 'startsAt: expected an RFC'],
    [{ startsAt: '2026-02-30T08:15:00Z' }, 'startsAt: expected an RFC'],
    [{ startsAt: 1_763_626_500 }, 'startsAt: expected an RFC'],
    [{ status: 'resolved' }, 'endsAt: expected an RFC'],
    [
      { status: 'resolved', endsAt: '2026-11-20T08:14:59Z' },
      'endsAt: expected an instant not before startsAt',
    ],
    [
      { fingerprint: undefined },
      'fingerprint: expected 16 hexadecimal digits, found nothing',
    ],
    [{ fingerprint: 'A3C1F0DE52B98764' }, 'fingerprint: expected 16'],
    [
      { labels: undefined },
      'labels: expected an object of texts, found nothing',
    ],
    [{ labels: { severity: 1 } }, 'labels.severity: expected a text, found 1'],
    [
      { annotations: ['x'] },
      'annotations: expected an object of texts, found a list of 1',
    ],
    [
      { annotations: { summary: null } },
      'annotations.summary: expected a text, found null',
    ],
    [{ generatorURL: 5 }, 'generatorURL: expected a text, found 5'],
  ])('%#: refuses all for one bad alert, and names it', (changes, message) => {
    const notification = readFixture('grouped');
    Object.assign(notification.alerts[1], changes);
    expect(() => read(notification)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(`alerts[1].${message}`),
      }),
    );
  });

  it('keeps the reason short, however much is wrong', () => {
    const bad = { status: 'firing', labels: { ['x'.repeat(5_000)]: 1 } };
    const reason = () => read({ version: '4', alerts: Array(500).fill(bad) });
    expect(reason).toThrow(/; 1490 more$/);
    expect(reason).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/^.{1,1500}$/),
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['something else', 'status=firing'],
    ['null', 'null'],
    ['a number', '1e999'],
    ['half of it', '{"version":"4","alerts":['],
    ['depth', '['.repeat(100_000) + ']'.repeat(100_000)],
    [
      'depth in a label',
      `{"version":"4","alerts":[{"labels":{"a":${'['.repeat(
        50_000,
      )}${']'.repeat(50_000)}}}]}`,
    ],
  ])('refuses %s', (_, body) => {
    expect(() => read(body)).toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
  });

  it('reads UTF-8 only, with or without a mark', () => {
    const body = Buffer.from(JSON.stringify(readFixture('firing')));
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body]);
    const broken = Buffer.from(body);
    broken[body.indexOf('payments fail')] = 0xff;
    expect(source.read({ body: marked, receivedAt: 0 })).toHaveLength(1);
    expect(() => source.read({ body: broken, receivedAt: 0 })).toThrow(
      'expected JSON in UTF-8, found something else',
    );
  });

  it('lets no strange text through', () => {
    const labels = {
      alertname: 'Odd\u0000Alert\r\n\u001b[31m',
      severity: ' ',
      job: 'x'.repeat(5_000),
      'bad\nname': 'x',
      ['y'.repeat(201)]: 'x',
      long: 'é'.repeat(5_000),
      ...Object.fromEntries(
        Array.from({ length: 300 }, (_, i) => [`label_${i}`, `${i}`]),
      ),
    };
    const [incident] = read(
      withAlert({
        labels,
        annotations: { summary: '\n', title: `${'t'.repeat(499)}😀` },
      }),
    );
    expect(incident.title).toBe('t'.repeat(499));
    expect(incident.subject.severity).toBeUndefined();
    expect(incident.subject.service.name).toHaveLength(200);
    expect(Object.keys(incident.subject.labels)).toHaveLength(100);
    expect(incident.subject.labels).toMatchObject({
      alertname: 'Odd Alert [31m',
      long: 'é'.repeat(500),
    });
    const body = JSON.stringify(withAlert({})).replace(
      '"cluster"',
      '"__proto__":"polluted","constructor":"odd","cluster"',
    );
    const [{ subject }] = read(body);
    expect(Object.getPrototypeOf(subject.labels)).toBe(Object.prototype);
    expect(subject.labels.constructor).toBe('odd');

    const [nameless] = read(withAlert({ labels: {}, annotations: undefined }));
    expect(nameless.title).toBe('Alert a3c1f0de52b98764');
    expect(nameless.subject).toEqual({ labels: {} });
  });

  it.each([
    ['a script', ['javascript', 'alert(1)'].join(':')],
    ['a file', 'file:///etc/passwd'],
    ['no host', 'http://'],
    ['a password', 'http://user:password@prometheus.example.org/'],
    ['a space', 'https://prometheus.example.org/ graph'],
    ['too much', `https://prometheus.example.org/${'x'.repeat(2_000)}`],
  ])('takes %s for no address', (_, generatorURL) => {
    const [bare] = read(withAlert({ generatorURL, annotations: {} }));
    expect(bare).not.toHaveProperty('url');
    const [runbook] = read(withAlert({ generatorURL }));
    expect(runbook.url).toBe('https://runbooks.example.org/payments');
  });

  it('understands or refuses whatever comes, and never fails otherwise', () => {
    const [firing] = readFixture('firing').alerts;
    const alert = fc.oneof(
      fc.jsonValue(),
      fc
        .tuple(fc.constantFrom(...Object.keys(firing)), fc.jsonValue())
        .map(([key, value]) => ({ ...firing, [key]: value })),
      fc
        .dictionary(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: 'binary' }),
        )
        .map(labels => ({ ...firing, labels, annotations: labels })),
    );
    fc.assert(
      fc.property(fc.array(alert), alerts => {
        for (const { title } of readUnlessRefused({ version: '4', alerts })) {
          expect(title).toMatch(/^[^\p{Cc}\p{Cs}]{1,500}$/u);
        }
      }),
      { numRuns: 500 },
    );
  });
});
