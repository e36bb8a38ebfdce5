import type { IncidentReport } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { InputError } from '@backstage/errors';
import { changed, fixture, fixtureNames } from '../__testUtils__';
import {
  INCIDENT_EVENT_TYPES,
  OTHER_EVENT_TYPES,
  PING_EVENT_TYPE,
} from './eventTypes';
import { readEvent as readEventAt } from './readEvent';

const RECEIVED = Date.parse('2026-03-02T12:00:00Z');
const readEvent = (body: Buffer, receivedAt = RECEIVED) =>
  readEventAt(body, receivedAt);

const at = (time: string) => Date.parse(`2026-03-02T${time}Z`);

/** What all fixtures of the incident have in common. */
const common: Omit<IncidentReport, 'occurredAt'> = {
  kind: 'incident',
  id: 'PINC042',
  title: 'Checkout answers slowly',
  startedAt: at('08:00:00'),
  url: 'https://harbour.pagerduty.com/incidents/PINC042',
  subject: {
    service: { id: 'PSVC007', name: 'Checkout' },
    labels: { 'team:PTEAM01': 'Payments', incidentType: 'incident_default' },
    priority: 'P2',
    urgency: 'high',
  },
};

type Changes = Partial<Omit<IncidentReport, 'subject' | 'occurredAt'>> & {
  subject?: IncidentReport['subject'];
};

const expected: Record<string, [occurredAt: string, changes?: Changes]> = {
  'incident.triggered': ['08:00:00.120'],
  'incident.acknowledged': ['08:03:10'],
  'incident.unacknowledged': ['08:33:10'],
  'incident.escalated': ['08:35:00.500'],
  'incident.delegated': [
    '08:40:00',
    {
      subject: {
        labels: {
          'team:PTEAM01': 'Payments',
          'team:PTEAM02': 'Platform',
          incidentType: 'incident_default',
        },
      },
    },
  ],
  'incident.reassigned': ['08:41:00'],
  'incident.priority_updated': [
    '08:45:22.169',
    { subject: { priority: 'P1' } },
  ],
  'incident.service_updated': [
    '08:50:00',
    { subject: { service: { id: 'PSVC008', name: 'Payment gateway' } } },
  ],
  'incident.incident_type.changed': [
    '08:51:00',
    {
      subject: {
        labels: { 'team:PTEAM01': 'Payments', incidentType: 'major_incident' },
      },
    },
  ],
  'incident.resolved': [
    '09:30:00.750',
    { resolvedAt: at('09:30:00.750'), subject: { priority: undefined } },
  ],
  'incident.resolved.merged': [
    '09:00:00',
    { id: 'PINC043', resolvedAt: at('09:00:00'), mergedInto: 'PINC042' },
  ],
  'incident.reopened': ['09:45:00'],
};

const read = (name: string, change: (event: Record<string, any>) => void) =>
  readEvent(changed(name, change));

const readIncident = (change: (data: Record<string, any>) => void) =>
  read('incident.triggered', event => change(event.data))[0] as IncidentReport;

describe('readEvent', () => {
  it('has a fixture for every event type, named after it', () => {
    const types = [
      ...INCIDENT_EVENT_TYPES,
      ...OTHER_EVENT_TYPES,
      PING_EVENT_TYPE,
      'incident.resolved.merged',
    ];
    expect([...fixtureNames].sort()).toEqual(types.sort());
    for (const name of fixtureNames) {
      const { event } = JSON.parse(fixture(name).toString());
      expect(event.event_type).toBe(name.replace('.merged', ''));
    }
  });

  it.each(Object.entries(expected))(
    'says of %s how the incident is',
    (name, [occurredAt, { subject, ...changes } = {}]) => {
      expect(readEvent(fixture(name))).toEqual([
        {
          ...common,
          ...changes,
          occurredAt: at(occurredAt),
          url: expect.stringMatching(/^https:.*\/PINC04[23]$/),
          subject: { ...common.subject, ...subject },
        },
      ]);
    },
  );

  it('has an expectation for every event about an incident', () => {
    expect(Object.keys(expected)).toEqual(
      expect.arrayContaining([...INCIDENT_EVENT_TYPES]),
    );
  });

  it.each([...OTHER_EVENT_TYPES])('has no use for %s', name => {
    expect(readEvent(fixture(name))).toEqual([]);
  });

  it('takes a ping for a sign of life', () => {
    expect(readEvent(fixture(PING_EVENT_TYPE))).toEqual([
      { kind: 'heartbeat' },
    ]);
    const later = RECEIVED + 48 * 60 * 60_000;
    expect(readEvent(fixture(PING_EVENT_TYPE), later)).toEqual([]);
  });

  it('says nothing of people', () => {
    const messages = fixtureNames.flatMap(name => readEvent(fixture(name)));
    expect(JSON.stringify(messages)).not.toMatch(/PUSR001|Responder/);
  });

  it('lets the newest state be found in whatever order events arrive', () => {
    const reports = ['reopened', 'triggered', 'resolved']
      .flatMap(name => readEvent(fixture(`incident.${name}`)))
      .map(message => message as IncidentReport)
      .sort((a, b) => a.occurredAt - b.occurredAt);
    expect(reports.map(({ resolvedAt }) => resolvedAt)).toEqual([
      undefined,
      at('09:30:00.750'),
      undefined,
    ]);
  });

  it('takes an incident for resolved at the latest when an event says it is', () => {
    const [late] = read('incident.priority_updated', event => {
      event.data.status = 'resolved';
    });
    expect(late).toMatchObject({ resolvedAt: at('08:45:22.169') });
    const [told] = read('incident.priority_updated', event => {
      event.data.status = 'resolved';
      event.data.last_status_change_at = '2026-03-02T08:30:00+00:00';
    });
    expect(told).toMatchObject({ resolvedAt: at('08:30:00') });
    const [early] = read('incident.resolved', event => {
      event.occurred_at = '2026-03-02T07:59:59.999Z';
    });
    expect(early).toMatchObject({ resolvedAt: at('08:00:00') });
  });

  it('makes titles fit to be shown', () => {
    const titleOf = (title: unknown) =>
      readIncident(data => {
        data.title = title;
      }).title;
    expect(titleOf('a\u0000\u001b[31m\r\nb\ud800')).toBe('a [31m b');
    expect(titleOf('x'.repeat(501))).toBe('x'.repeat(500));
    expect(titleOf(`${'x'.repeat(499)}😀`)).toBe('x'.repeat(499));
    expect(titleOf(' \n ')).toBe('Incident PINC042');
    expect(titleOf(null)).toBe('Incident PINC042');
  });

  it('leaves out what it was not told, and links that are none', () => {
    expect(
      readIncident(data => {
        for (const field of ['service', 'teams', 'urgency', 'incident_type']) {
          delete data[field];
        }
        data.priority = null;
      }).subject,
    ).toEqual({ labels: {} });
    const urlOf = (url: unknown) =>
      readIncident(data => {
        data.html_url = url;
      }).url;
    for (const url of ['data:text/html,x', 'https://a b', 'https://', 7]) {
      expect(urlOf(url)).toBeUndefined();
    }
  });

  it.each([
    'incident.exploded',
    'incident.title_updated',
    'incident.note.created',
    'Incident.triggered',
    '__proto__',
    'toString',
    '',
  ])('sets the unknown event type %j aside', type => {
    expect(() =>
      read('incident.triggered', event => {
        event.event_type = type;
      }),
    ).toThrow(new InputError(`Unknown event type ${type}`));
  });

  it('shortens what it shows of an unknown event type', () => {
    expect(() =>
      read('incident.triggered', event => {
        event.event_type = `x\n${'y'.repeat(10_000)}`;
      }),
    ).toThrow(new InputError(`Unknown event type x ${'y'.repeat(58)}`));
  });

  it.each([
    ['', 'The body is no JSON in UTF-8'],
    ['{"event":', 'The body is no JSON in UTF-8'],
    ['[]', 'the whole: expected an object, found a list'],
    ['null', 'the whole: expected an object, found nothing'],
    ['{}', 'event: expected an object, found nothing'],
    ['{"event":{}}', 'event.event_type: expected the type of the event'],
    ['{"event":{"event_type":1e999}}', 'found another number'],
    ['{"__proto__":{"event":{"event_type":"pagey.ping"}}}', 'event: expected'],
    ['['.repeat(200_000), 'The body is no JSON in UTF-8'],
    [`${'['.repeat(50_000)}${']'.repeat(50_000)}`, 'found a list'],
    [
      `{"event":{"event_type":"incident.triggered","data":${'{"data":'.repeat(
        50_000,
      )}1${'}'.repeat(50_000)}}}`,
      'event.occurred_at: expected an ISO 8601 instant with zone, found nothing',
    ],
  ])('sets the body %.40s aside', (text, reason) => {
    const reading = () => readEvent(Buffer.from(text));
    expect(reading).toThrow(InputError);
    expect(reading).toThrow(reason);
  });

  it('sets bytes aside that are no text', () => {
    expect(() => readEvent(Buffer.from([0x7b, 0xc3, 0x28, 0x7d]))).toThrow(
      'The body is no JSON in UTF-8',
    );
  });

  it.each<[string, unknown]>([
    ['id', undefined],
    ['id', ''],
    ['id', 'two words'],
    ['id', 'x'.repeat(201)],
    ['id', 1e300],
    ['id', { toString: 'x' }],
    ['type', 'incident_note'],
    ['status', 'SECRET'],
    ['status', ['resolved']],
    ['title', { SECRET: 1 }],
    ['created_at', 'SECRET'],
    ['created_at', '2026-02-30T00:00:00Z'],
    ['created_at', '2026-03-02T08:00:00'],
    ['created_at', 1_772_438_400_000],
    ['service', 'SECRET'],
    ['service', { id: null }],
    ['teams', {}],
    ['teams', Array(51).fill({ id: 'P1' })],
    ['priority', { id: 'P1', summary: 3 }],
    ['urgency', true],
    ['resolve_reason', 'SECRET'],
    ['resolve_reason', { type: 'merge_resolve_reason' }],
    ['resolve_reason', { type: 'merge_resolve_reason', incident: 'SECRET' }],
    [
      'resolve_reason',
      { type: 'merge_resolve_reason', incident: { id: 'PINC042' } },
    ],
  ])('names %s where it is malformed, without its value', (field, value) => {
    const reading = () =>
      readIncident(data => {
        data[field] = value;
      });
    expect(reading).toThrow(InputError);
    expect(reading).toThrow(`Malformed event: event.data.${field}`);
    expect(reading).not.toThrow(/SECRET|PINC042/);
  });

  it('is not misled by names that objects have by nature', () => {
    const body = fixture('incident.triggered')
      .toString()
      .replace(
        '"urgency":',
        '"__proto__": { "status": "resolved" }, "urgency":',
      )
      .replace('"PTEAM01"', '"__proto__"');
    expect(readEvent(Buffer.from(body))).toMatchObject([
      { id: 'PINC042', subject: { labels: { 'team:__proto__': 'Payments' } } },
    ]);
    expect(({} as { status?: string }).status).toBeUndefined();
  });

  it('takes reasons of resolution that are no merge for what they are', () => {
    expect(
      readIncident(data => {
        data.status = 'resolved';
        data.resolve_reason = { type: 'other_reason', incident: 7 };
      }).mergedInto,
    ).toBeUndefined();
  });

  it('says the same every time', () => {
    const body = fixture('incident.resolved');
    expect(readEvent(body)).toEqual(readEvent(body));
  });
});
