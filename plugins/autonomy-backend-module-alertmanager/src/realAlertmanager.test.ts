import type {
  IncidentMessage,
  IncidentReport,
} from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { EventEmitter, once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import {
  createSource,
  describeWithAlertmanager,
  startAlertmanager,
  type RunningAlertmanager,
} from './__testUtils__';

const TOKEN = 'a-token-of-the-test-0123456789abcdef';
const LABELS = {
  alertname: 'PaymentErrors',
  job: 'payments-api',
  severity: 'critical',
};

jest.setTimeout(60_000);

/** Answers a webhook as the plugin does, and keeps what was understood. */
class Webhook {
  readonly #heard: IncidentMessage[] = [];
  readonly #news = new EventEmitter();
  readonly #server: Server;
  refused = 0;

  static async start(token: string): Promise<Webhook> {
    const webhook = new Webhook(token);
    webhook.#server.listen(0, '127.0.0.1');
    await once(webhook.#server, 'listening');
    return webhook;
  }

  private constructor(token: string) {
    const source = createSource({ tokens: [token] });
    this.#server = createServer(async (request, response) => {
      const body = await buffer(request);
      const receivedAt = Date.now();
      try {
        const { headers } = request;
        source.webhook!.authenticate({ headers, body, receivedAt });
        response.writeHead(202).end();
        this.#heard.push(...source.read({ body, receivedAt }));
      } catch {
        this.refused += 1;
        response.writeHead(401).end();
      }
      this.#news.emit('news');
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  get incidents(): IncidentReport[] {
    return this.#heard.flatMap(message =>
      message.kind === 'incident' ? [message] : [],
    );
  }

  get heartbeats(): number {
    return this.#heard.length - this.incidents.length;
  }

  async until(isDone: () => boolean): Promise<void> {
    while (!isDone()) {
      await once(this.#news, 'news');
    }
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

describeWithAlertmanager('a real Alertmanager', () => {
  let alertmanager: RunningAlertmanager | undefined;
  let webhook: Webhook;

  beforeEach(async () => {
    webhook = await Webhook.start(TOKEN);
  });

  afterEach(async () => {
    await alertmanager?.stop();
    await webhook.stop();
  });

  it('fires, repeats, resolves and fires again', async () => {
    alertmanager = await startAlertmanager({
      url: webhook.url,
      token: TOKEN,
    });
    const stateOf = (id: string) =>
      webhook.incidents.filter(incident => incident.id === id).at(-1);

    await alertmanager.fire(LABELS, { summary: 'Payments fail' });
    await webhook.until(() => webhook.incidents.length >= 2);
    const [first, repeated] = webhook.incidents;
    expect(first).toMatchObject({
      kind: 'incident',
      id: expect.stringMatching(/^[0-9a-f]{16}:\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      title: 'Payments fail',
      subject: {
        labels: LABELS,
        severity: 'critical',
        service: { name: 'payments-api' },
      },
    });
    expect(first.resolvedAt).toBeUndefined();
    expect(repeated).toEqual({ ...first, occurredAt: repeated.occurredAt });
    expect(repeated.occurredAt).toBeGreaterThanOrEqual(first.occurredAt);

    await alertmanager.resolve(LABELS);
    await webhook.until(() => stateOf(first.id)?.resolvedAt !== undefined);
    const resolved = stateOf(first.id)!;
    expect(resolved).toEqual({
      ...first,
      occurredAt: resolved.occurredAt,
      resolvedAt: expect.any(Number),
    });
    expect(resolved.resolvedAt).toBeGreaterThan(first.startedAt);

    await alertmanager.fire(LABELS, { summary: 'Payments fail' });
    await webhook.until(() => webhook.incidents.at(-1)!.id !== first.id);
    const again = webhook.incidents.at(-1)!;
    expect(again.startedAt).toBeGreaterThan(resolved.resolvedAt!);
    expect(again.resolvedAt).toBeUndefined();
    expect(webhook.heartbeats).toBe(0);
    expect(webhook.refused).toBe(0);
  });

  it('is heard by its watchdog, which is no incident', async () => {
    alertmanager = await startAlertmanager({
      url: webhook.url,
      token: TOKEN,
    });
    await alertmanager.fire({ alertname: 'Watchdog' });
    await webhook.until(() => webhook.heartbeats >= 2);
    expect(webhook.incidents).toEqual([]);
  });

  it('is refused with a token that is not known', async () => {
    alertmanager = await startAlertmanager({
      url: webhook.url,
      token: `${TOKEN}0`,
    });
    await alertmanager.fire(LABELS);
    await webhook.until(() => webhook.refused >= 1);
    expect(webhook.incidents).toEqual([]);
  });
});
