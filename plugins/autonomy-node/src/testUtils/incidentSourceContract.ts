import type {
  IncidentMessage,
  IncidentReport,
  IncidentSource,
  WebhookRequest,
} from '../incidents';

/**
 * What the contract of incident sources is tested with.
 *
 * @public
 */
export interface IncidentSourceContractOptions {
  /** A source with a secret. */
  create: () => IncidentSource;
  /** Headers that make a body authentic at an instant (UTC milliseconds). */
  sign: (body: Buffer, at: number) => Record<string, string>;
  /** Genuine bodies, by a name for each. */
  deliveries: Readonly<Record<string, string | Buffer>>;
}

const AT = Date.parse('2026-06-01T12:00:00Z');
const HOSTILE: Record<string, Buffer> = {
  'no bytes': Buffer.alloc(0),
  'no JSON': Buffer.from('<xml/>'),
  null: Buffer.from('null'),
  'a list': Buffer.from('[]'),
  'a text': Buffer.from('"x"'),
  'an empty object': Buffer.from('{}'),
  'bytes that are no text': Buffer.from([0xff, 0xfe, 0x00, 0x7b]),
  'a byte order mark': Buffer.from('\ufeff{}'),
  prototypes: Buffer.from(
    '{"__proto__":{"x":1},"constructor":{"prototype":1}}',
  ),
  depth: Buffer.from(`${'['.repeat(10_000)}${']'.repeat(10_000)}`),
  'a huge number': Buffer.from('{"event":1e999,"version":"4","alerts":1e999}'),
};

/**
 * Registers tests that every incident source has to pass: call it in a test file.
 *
 * @public
 */
export function incidentSourceContract(
  options: IncidentSourceContractOptions,
): void {
  const { create, sign } = options;
  const deliveries = Object.entries(options.deliveries).map(
    ([name, body]): [string, Buffer] => [name, Buffer.from(body as string)],
  );
  const requestOf = (body: Buffer): WebhookRequest => ({
    headers: sign(body, AT),
    body,
    receivedAt: AT,
  });

  describe('the contract of incident sources', () => {
    it('has something to be tested with, and a secret', () => {
      expect(deliveries.length).toBeGreaterThan(0);
      expect(create().webhook).toBeDefined();
    });

    it.each(deliveries)('remembers %s by one id', (_, body) => {
      const { webhook } = create();
      const request = requestOf(body);
      const { deliveryId } = webhook!.authenticate(request);
      expect(webhook!.authenticate(request)).toEqual({ deliveryId });
      if (deliveryId !== undefined) {
        expect(deliveryId).toMatch(/^[^\p{Cc}]{1,200}$/u);
      }
    });

    it.each(deliveries)(
      'refuses %s without what makes it authentic',
      (_, body) => {
        const { webhook } = create();
        const request = requestOf(body);
        const attempts = Object.keys(request.headers).flatMap(name =>
          [undefined, '', 'x', `${request.headers[name]}x`].map(value => ({
            ...request,
            headers: { ...request.headers, [name]: value },
          })),
        );
        for (const attempt of [...attempts, { ...request, headers: {} }]) {
          expect(() => webhook!.authenticate(attempt)).toThrow(
            expect.objectContaining({ name: 'AuthenticationError' }),
          );
        }
      },
    );

    it.each(deliveries)('reads %s the same every time', (_, body) => {
      const copy = Buffer.from(body);
      const source = create();
      const messages = source.read({ body, receivedAt: AT });
      expect(source.read({ body, receivedAt: AT })).toEqual(messages);
      expect(create().read({ body, receivedAt: AT })).toEqual(messages);
      expect(body).toEqual(copy);
      reportsIn(messages).forEach(expectWellFormed);
    });

    it.each(Object.entries(HOSTILE))('is not upset by %s', (_, body) => {
      const source = create();
      const request = requestOf(body);
      expect(() => source.webhook!.authenticate(request)).not.toThrow();
      try {
        expect(reportsIn(source.read({ body, receivedAt: AT }))).toEqual([]);
      } catch (error) {
        const { message } = error as Error;
        // It is shown to operators and must not carry the payload along.
        expect(message.length).toBeLessThan(500);
        expect(message).not.toBe('');
      }
    });
  });
}

function reportsIn(messages: readonly IncidentMessage[]): IncidentReport[] {
  return messages.filter(
    (message): message is IncidentReport => message.kind === 'incident',
  );
}

function expectWellFormed(report: IncidentReport): void {
  expect(report.id).toMatch(/^[^\p{Cc}]{1,200}$/u);
  expect(report.title).toMatch(/^(?=.*\S)[^\p{Cc}]{1,500}$/u);
  for (const instant of [report.occurredAt, report.startedAt]) {
    expect(Number.isSafeInteger(instant)).toBe(true);
  }
  if (report.resolvedAt !== undefined) {
    expect(report.resolvedAt).toBeGreaterThanOrEqual(report.startedAt);
  }
  if (report.url !== undefined) {
    expect(report.url).toMatch(/^https?:\/\//);
  }
}
