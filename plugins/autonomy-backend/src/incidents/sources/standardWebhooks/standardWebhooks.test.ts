import { incidentSourceContract } from '@aligned-autonomy/backstage-plugin-autonomy-node/testUtils';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { generateKeyPairSync, sign as signBytes } from 'node:crypto';
import { signWebhook, webhookSecret } from '../../../__testUtils__/signWebhook';
import { standardWebhooks } from './index';

const AT = Date.parse('2026-06-01T12:00:00Z');
const secret = webhookSecret();
const logger = mockServices.logger.mock();
const create = (...secrets: string[]) =>
  standardWebhooks.create({
    id: 'desk',
    config: new ConfigReader(secrets.length > 0 ? { secrets } : {}) as any,
    logger,
  });

const opened = {
  type: 'incident.opened',
  timestamp: '2026-06-01T11:00:00Z',
  data: {
    id: 'INC-1',
    title: 'Down',
    startedAt: '2026-06-01T10:59:00+00:00',
    service: { id: 'S1', name: 'Checkout' },
    labels: { team: 'blue' },
    priority: 'P1',
    urgency: 'high',
    severity: 'critical',
    entity: 'component:default/checkout',
    areas: ['security'],
    affected: ['component:default/ledger'],
    causedBy: 'external',
    irreversible: true,
    url: 'https://desk.example/INC-1',
    review: {
      completedAt: '2026-06-01T11:00:00Z',
      actions: [{ title: 'Mend it', closedAt: '2026-06-01T11:00:00Z' }],
    },
  },
};

incidentSourceContract({
  create: () => create(webhookSecret(), secret),
  sign: (body, at) => signWebhook(body, { id: 'msg_1', secret, at }),
  deliveries: {
    'an incident': JSON.stringify(opened),
    'its end': JSON.stringify({ ...opened, type: 'incident.resolved' }),
    'a heartbeat': '{"type":"source.heartbeat"}',
  },
});

describe('standardWebhooks', () => {
  const read = (event: unknown) =>
    create(secret).read({
      body: Buffer.from(JSON.stringify(event)),
      receivedAt: AT,
    });

  it('hands every field to the mapping', () => {
    expect(read(opened)).toMatchSnapshot();
    expect(read({ ...opened, type: 'incident.resolved' })).toMatchObject([
      { resolvedAt: Date.parse('2026-06-01T11:00:00Z') },
    ]);
    expect(read({ type: 'source.heartbeat' })).toEqual([{ kind: 'heartbeat' }]);
  });

  it.each([
    [
      { data: { ...opened.data, id: undefined } },
      'data.id: expected a text of 1 to 200 characters without control characters, found nothing',
    ],
    [
      { data: { ...opened.data, url: 'ftp://x.example/y' } },
      'data.url: expected an http or https URL',
    ],
    [
      { data: { ...opened.data, surprise: 1 } },
      'data.surprise: expected no field of that name, found 1',
    ],
    [
      { data: { ...opened.data, title: 'a\u0000b' } },
      'data.title: expected a text',
    ],
    [
      {
        data: {
          ...opened.data,
          review: { completedAt: '2026-06-01T10:58:00Z' },
        },
      },
      'data.review.completedAt: expected an instant that is not before startedAt',
    ],
    [{ timestamp: 'yesterday' }, 'timestamp: expected an ISO 8601 instant'],
    [{ type: 'incident.exploded' }, 'type: expected one of incident.opened'],
  ])('names what is wrong with %j', (change, message) => {
    expect(() => read({ ...opened, ...change })).toThrow(message);
  });

  describe('signatures', () => {
    const body = Buffer.from(JSON.stringify(opened));
    const authentic = () => signWebhook(body, { id: 'msg_1', secret, at: AT });
    const attempt = (
      headers: Record<string, string | string[]>,
      source = create(secret),
      receivedAt = AT,
    ) =>
      source.webhook!.authenticate({
        headers: { ...authentic(), ...headers },
        body,
        receivedAt,
      });

    it('count with any of the keys and among others', () => {
      const { 'webhook-signature': right } = authentic();
      const wrong = signWebhook(body, {
        id: 'msg_1',
        secret: webhookSecret(),
        at: AT,
      })['webhook-signature'];
      const signatures = `${wrong} v2,whatever ${right}`;
      expect(attempt({ 'webhook-signature': signatures })).toEqual({
        deliveryId: 'msg_1',
      });
      expect(() =>
        attempt({ 'webhook-signature': Array(9).fill(right).join(' ') }),
      ).toThrow('not authentic');
    });

    it('may be made with an ed25519 key', () => {
      const { privateKey, publicKey } = generateKeyPairSync('ed25519');
      const raw = Buffer.from(
        publicKey.export({ format: 'jwk' }).x!,
        'base64url',
      );
      const source = create(`whpk_${raw.toString('base64')}`);
      const headers = authentic();
      const signed = Buffer.concat([
        Buffer.from(`msg_1.${headers['webhook-timestamp']}.`),
        body,
      ]);
      const signature = signBytes(null, signed, privateKey).toString('base64');
      expect(
        attempt({ 'webhook-signature': `v1a,${signature}` }, source),
      ).toEqual({ deliveryId: 'msg_1' });
      expect(() =>
        attempt({ 'webhook-signature': `v1,${signature}` }, source),
      ).toThrow('not authentic');
      expect(() => attempt({}, source)).toThrow('not authentic');
    });

    it.each([
      [299, true],
      [300, true],
      [301, false],
      [-299, true],
      [-301, false],
    ])('hold for five minutes: %i s', (seconds, isAccepted) => {
      const attempted = () => attempt({}, undefined, AT + seconds * 1_000);
      let accepted = true;
      try {
        attempted();
      } catch {
        accepted = false;
      }
      expect(accepted).toBe(isAccepted);
    });

    it('do not hold for an id that could be read otherwise', () => {
      const id = 'msg.1';
      const headers = signWebhook(body, { id, secret, at: AT });
      expect(() => attempt(headers)).toThrow('not authentic');
    });

    it('follow the test vector of the specification', () => {
      const vector = create('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
      expect(
        vector.webhook!.authenticate({
          headers: {
            'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
            'webhook-timestamp': '1614265330',
            'webhook-signature':
              'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
          },
          body: Buffer.from('{"test": 2432232314}'),
          receivedAt: 1614265330_000,
        }),
      ).toEqual({ deliveryId: 'msg_p5jXN8AQM9LWM0D4loKWxJek' });
    });
  });

  it('has no address without a secret, and stops the start at one that is none', () => {
    expect(create().webhook).toBeUndefined();
    expect(() => create('whsec_c2hvcnQ=')).toThrow(
      'Invalid configuration at autonomy.incidents.sources.desk.secrets[0]: expected whsec_ and 24 to 64 bytes',
    );
    expect(() => create('hush')).toThrow('found a text of 4 characters');
  });
});
