import type { IncidentReport } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import type { RequestListener } from 'node:http';
import {
  FakePagerDuty,
  restIncident,
  startServer,
  type RestIncident,
} from '../__testUtils__';
import {
  PagerDutyClient,
  type PagerDutyClientOptions,
} from './PagerDutyClient';
import { PagerDutyPoller } from './PagerDutyPoller';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-06-01T12:00:00Z');

describe('PagerDutyPoller', () => {
  const stops: (() => Promise<void>)[] = [];
  const pauses: number[] = [];

  afterEach(async () => {
    await Promise.all(stops.splice(0).map(stop => stop()));
    pauses.length = 0;
  });

  async function startPoller(
    handle: RequestListener,
    options: Partial<PagerDutyClientOptions> = {},
  ) {
    const { baseUrl, stop } = await startServer(handle);
    stops.push(stop);
    return PagerDutyPoller.create({
      client: PagerDutyClient.create({
        token: 'key',
        baseUrl,
        pause: async delay => void pauses.push(delay),
        ...options,
      }),
    });
  }

  async function poll(
    poller: PagerDutyPoller,
    options: { since?: number; signal?: AbortSignal } = {},
  ): Promise<IncidentReport[]> {
    const { since = NOW - 10 * MINUTE, signal = new AbortController().signal } =
      options;
    const reports: IncidentReport[] = [];
    for await (const page of poller.poll({ since, until: NOW, signal })) {
      expect(page.length).toBeGreaterThan(0);
      reports.push(...page);
    }
    return reports;
  }

  async function ask(incidents: readonly RestIncident[], since?: number) {
    const pagerDuty = new FakePagerDuty(incidents);
    const poller = await startPoller(pagerDuty.handle);
    const reports = await poll(poller, { since });
    return { ids: reports.map(({ id }) => id), pagerDuty, reports };
  }

  it('finds what was created, is open or was resolved', async () => {
    const { ids } = await ask([
      restIncident('P-NEW', NOW - 5 * MINUTE),
      restIncident('P-NEW-RESOLVED', NOW - 5 * MINUTE, { resolvedAt: NOW }),
      restIncident('P-OPEN', NOW - 300 * DAY),
      restIncident('P-RESOLVED', NOW - 300 * DAY, { resolvedAt: NOW - MINUTE }),
      restIncident('P-BEFORE', NOW - 2 * HOUR, {
        resolvedAt: NOW - 11 * MINUTE,
      }),
      restIncident('P-LONG-AGO', NOW - 20 * DAY, { resolvedAt: NOW - 2 * DAY }),
      restIncident('P-TOO-OLD', NOW - 400 * DAY),
      restIncident('P-NOT-YET', NOW + MINUTE),
    ]);
    expect(ids.sort()).toEqual([
      'P-NEW',
      'P-NEW-RESOLVED',
      'P-OPEN',
      'P-RESOLVED',
    ]);
  });

  it('says since when an incident is as it is', async () => {
    const { reports } = await ask([
      restIncident('P1', NOW - 9 * MINUTE, { updatedAt: NOW - 7 * MINUTE }),
      restIncident('P2', NOW - 8 * MINUTE, {
        resolvedAt: NOW - 5 * MINUTE,
        updatedAt: NOW - 2 * MINUTE,
      }),
    ]);
    expect(reports).toEqual([
      {
        kind: 'incident',
        id: 'P1',
        title: 'Trouble P1',
        startedAt: NOW - 9 * MINUTE,
        occurredAt: NOW - 7 * MINUTE,
        url: 'https://harbour.pagerduty.com/incident/P1',
        subject: {
          service: { id: 'PSVC007', name: 'Checkout' },
          labels: { 'team:PTEAM01': 'Payments' },
          urgency: 'high',
        },
      },
      expect.objectContaining({
        id: 'P2',
        occurredAt: NOW - 2 * MINUTE,
        resolvedAt: NOW - 5 * MINUTE,
      }),
    ]);
  });

  it('reads page after page, and no further than it has to', async () => {
    const recent = Array.from({ length: 250 }, (_, index) =>
      restIncident(`P-${index}`, NOW - 9 * MINUTE + index * 1_000),
    );
    const longResolved = Array.from({ length: 250 }, (_, index) =>
      restIncident(`P-OLD-${index}`, NOW - 10 * DAY, {
        resolvedAt: NOW - 9 * DAY,
      }),
    );
    const { ids, pagerDuty } = await ask([...recent, ...longResolved]);
    expect(ids).toEqual(recent.map(({ id }) => id));
    expect(pagerDuty.queries.map(query => Number(query.get('offset')))).toEqual(
      [0, 100, 200, ...Array(8).fill(0)],
    );
    for (const query of pagerDuty.queries) {
      expect(query.get('time_zone')).toBe('UTC');
    }
  });

  it('splits what is more than PagerDuty lets one read', async () => {
    const bare = (index: number): RestIncident => ({
      id: `P-${index}`,
      type: 'incident',
      status: 'triggered',
      created_at: new Date(NOW - 40 * MINUTE + index * 200).toISOString(),
      resolved_at: null,
    });
    const many = Array.from({ length: 10_150 }, (_, index) => bare(index));
    const { ids } = await ask(many, NOW - HOUR);
    expect(new Set(ids).size).toBe(many.length);
  }, 60_000);

  it('splits stretches of more than half a year', async () => {
    const { ids } = await ask(
      [restIncident('P1', NOW - 350 * DAY), restIncident('P2', NOW - DAY)],
      NOW - 360 * DAY,
    );
    expect(ids).toEqual(['P1', 'P2']);
  });

  it('asks again when PagerDuty is busy, after as long as it says', async () => {
    const pagerDuty = new FakePagerDuty([restIncident('P1', NOW - MINUTE)]);
    const busy: [number, Record<string, string>][] = [
      [429, { 'ratelimit-reset': '7' }],
      [503, { 'retry-after': '3', 'ratelimit-reset': '50' }],
      [500, { 'retry-after': 'soon' }],
    ];
    const poller = await startPoller((request, response) => {
      const [status, headers] = busy.shift() ?? [];
      if (status) {
        response.writeHead(status, headers).end('busy');
      } else {
        pagerDuty.handle(request, response);
      }
    });
    expect(await poll(poller)).toMatchObject([{ id: 'P1' }]);
    expect(pauses).toEqual([7_000, 3_000, 4_000]);
  });

  it.each([
    ['stays busy', 503, {}, 4],
    ['asks for much patience', 429, { 'retry-after': '3600' }, 1],
    ['does not know the token', 401, {}, 1],
    ['does not like the request', 400, {}, 1],
  ])('gives up where PagerDuty %s', async (_, status, headers, requests) => {
    let count = 0;
    const poller = await startPoller((_request, response) => {
      count++;
      response.writeHead(status, headers).end('{"token":"key"}');
    });
    await expect(poll(poller)).rejects.toThrow(
      `PagerDuty answered ${status} to GET /incidents`,
    );
    expect(count).toBe(requests);
  });

  it('follows nobody elsewhere with the token', async () => {
    const visited: string[] = [];
    const poller = await startPoller((request, response) => {
      visited.push(request.url!);
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    await expect(poll(poller)).rejects.toThrow(
      'PagerDuty could not be reached; caused by Error: unexpected redirect',
    );
    expect(visited).toEqual([expect.stringMatching(/^\/incidents\?/)]);
  });

  it.each([
    ['no JSON', 'SECRET', 'The body is no JSON in UTF-8'],
    ['no page', '{"SECRET":1}', 'incidents: expected a list of incidents'],
    [
      'a malformed incident',
      JSON.stringify({
        incidents: [
          restIncident('P1', NOW),
          { ...restIncident('P2', NOW), created_at: 'SECRET' },
        ],
        more: false,
      }),
      'incidents.1.created_at: expected an ISO 8601 instant with zone',
    ],
  ])('fails where PagerDuty answers %s', async (_, answer, reason) => {
    const poller = await startPoller((_request, response) => {
      response.end(answer);
    });
    const outcome = await poll(poller).catch(error => error.message);
    expect(outcome).toContain(reason);
    expect(outcome).not.toContain('SECRET');
  });

  it('ends with an error where nobody listens', async () => {
    const { baseUrl, stop } = await startServer(() => {});
    await stop();
    const poller = PagerDutyPoller.create({
      client: PagerDutyClient.create({ token: 'key', baseUrl }),
    });
    await expect(poll(poller)).rejects.toThrow(
      'PagerDuty could not be reached',
    );
  });

  it('stops when it is told to, while it is asking or waiting', async () => {
    const asking = new AbortController();
    const silent = await startPoller(() => asking.abort());
    await expect(poll(silent, asking)).rejects.toThrow(/abort/);

    const waiting = new AbortController();
    const busy = await startPoller(
      (_request, response) => {
        response.writeHead(429, { 'retry-after': '50' }).end();
      },
      {
        pause: async (_delay, signal) => {
          waiting.abort();
          signal.throwIfAborted();
        },
      },
    );
    await expect(poll(busy, waiting)).rejects.toThrow(/abort/);
  });

  it('does not wait for an answer for ever', async () => {
    const poller = await startPoller(() => {}, { timeout: 20 });
    await expect(poll(poller)).rejects.toThrow(/timeout/);
  });

  it('can end when whoever listens has enough', async () => {
    const pagerDuty = new FakePagerDuty(
      Array.from({ length: 150 }, (_, index) =>
        restIncident(`P${index}`, NOW - MINUTE),
      ),
    );
    const poller = await startPoller(pagerDuty.handle);
    const { signal } = new AbortController();
    for await (const page of poller.poll({
      since: NOW - HOUR,
      until: NOW,
      signal,
    })) {
      expect(page).toHaveLength(100);
      break;
    }
    expect(pagerDuty.queries).toHaveLength(1);
  });
});
