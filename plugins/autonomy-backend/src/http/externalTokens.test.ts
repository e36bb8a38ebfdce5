import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Router } from 'express';
import { generateKeyPairSync, sign } from 'node:crypto';
import request from 'supertest';
import { documentedOperations } from '../__testUtils__/describedAnswers';
import {
  requestOf,
  ROUTE_EXPECTATIONS,
} from '../__testUtils__/routeExpectations';
import { organisation } from '../__testUtils__/organisation';
import { autonomyPlugin } from '../plugin';

jest.setTimeout(60_000);

const { privateKey, publicKey } = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
});

const another = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** What the auth backend gives to a user. */
function tokenOfUser(expiresInSeconds: number, key = privateKey): string {
  const encode = (value: object) =>
    Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1_000);
  const header = { alg: 'ES256', typ: 'vnd.backstage.user', kid: 'key' };
  const text = `${encode(header)}.${encode({
    aud: 'backstage',
    sub: 'user:default/ann',
    ent: ['user:default/ann'],
    iat: now - 120,
    exp: now + expiresInSeconds,
  })}`;
  const signature = sign('sha256', Buffer.from(text), {
    key,
    dsaEncoding: 'ieee-p1363',
  });
  return `${text}.${signature.toString('base64url')}`;
}

/** Tells which key signs the tokens of users. */
const authPlugin = createBackendPlugin({
  pluginId: 'auth',
  register: registry =>
    registry.registerInit({
      deps: { http: coreServices.httpRouter },
      async init({ http }) {
        const jwk = publicKey.export({ format: 'jwk' });
        http.use(
          Router().get('/.well-known/jwks.json', (_, res) => {
            res.json({ keys: [{ ...jwk, alg: 'ES256', kid: 'key' }] });
          }),
        );
        http.addAuthPolicy({
          path: '/.well-known/jwks.json',
          allow: 'unauthenticated',
        });
      },
    }),
});

const fixed = (token: string, accessRestrictions?: object[]) => ({
  type: 'static',
  options: { token, subject: token },
  ...(accessRestrictions && { accessRestrictions }),
});

/** It need not be there: nobody gets so far. */
const MADE = {
  id: 'nothing',
  proposalId: 'nothing',
  name: 'nothing',
  yaml: 'a: b',
  number: 1,
  newest: 1,
  ratings: { security: 2 },
};

const operations = documentedOperations().map(({ operation }) => operation);

/** What a token gets that may not do what the route needs. */
const refusals = Object.fromEntries(
  operations.map(operation => [
    operation,
    ROUTE_EXPECTATIONS[operation].statuses.otherPermission,
  ]),
);
const all = (status: number) =>
  Object.fromEntries(operations.map(operation => [operation, status]));

describe('tokens', () => {
  let backend: TestBackend;

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        autonomyPlugin,
        authPlugin,
        authServiceFactory,
        httpAuthServiceFactory,
        permissionsServiceFactory,
        catalogServiceMock.factory({ entities: organisation() }),
        mockServices.rootConfig.factory({
          data: {
            backend: {
              baseUrl: 'http://127.0.0.1',
              auth: {
                externalAccess: [
                  fixed('for-everything'),
                  fixed('for-the-catalog', [{ plugin: 'catalog' }]),
                  fixed('for-facts', [
                    { plugin: 'autonomy', permission: 'autonomy.fact.ingest' },
                  ]),
                  fixed('for-deletion', [
                    {
                      plugin: 'autonomy',
                      permissionAttribute: { action: 'delete' },
                    },
                  ]),
                ],
              },
            },
            permission: { enabled: true },
            autonomy: {
              incidents: {
                sources: {
                  desk: {
                    type: 'standard-webhooks',
                    covers: { kind: 'Component' },
                  },
                },
              },
            },
          },
        }),
      ],
    });
  });
  afterAll(() => backend.stop());

  async function statusesWith(token: string): Promise<Record<string, number>> {
    const found: Record<string, number> = {};
    for (const operation of operations) {
      const { body, url } = requestOf(operation, MADE);
      const [method] = operation.split(' ') as ['get' | 'post'];
      const call = request(backend.server)
        [method](`/api/autonomy/v1${url}`)
        .set('authorization', `Bearer ${token}`);
      const answer = await (body === undefined ? call : call.send(body));
      found[operation] = answer.status;
    }
    return found;
  }

  it('are taken while they are valid', async () => {
    const found = await statusesWith('for-everything');
    expect(Object.values(found)).not.toContain(401);
    expect(found).toMatchObject({
      'get /entities': 200,
      'get /health': 200,
      'get /audit-log': 200,
      'post /facts': 200,
      'post /grants': 403,
    });
    const { status } = await request(backend.server)
      .get('/api/autonomy/v1/policy')
      .set('authorization', `Bearer ${tokenOfUser(60)}`);
    expect(status).toBe(200);
  });

  it.each([
    ['are expired', tokenOfUser(-60)],
    ['somebody else signed', tokenOfUser(60, another.privateKey)],
    ['nobody configured', 'known-to-nobody'],
    ['are empty', ''],
  ])('open nothing that %s', async (_, token) => {
    expect(await statusesWith(token)).toEqual(all(401));
  });

  it('open nothing here that are for another plugin', async () => {
    expect(await statusesWith('for-the-catalog')).toEqual(all(403));
  });

  it('open only what they are for', async () => {
    expect(await statusesWith('for-facts')).toEqual({
      ...refusals,
      'post /facts': 200,
    });
    expect(await statusesWith('for-deletion')).toEqual(refusals);
  });
});
