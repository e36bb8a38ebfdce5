import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { authModuleSampleUsers } from './module';

const dana = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'dana.developer', namespace: 'default' },
  spec: {
    profile: { displayName: 'Dana Developer' },
    memberOf: ['payments-team'],
  },
  relations: [
    { type: 'memberOf', targetRef: 'group:default/payments-team' },
    { type: 'memberOf', targetRef: 'group:default/everybody' },
  ],
};

const start = (host?: string) =>
  startTestBackend({
    features: [
      authPlugin,
      authModuleSampleUsers,
      catalogServiceMock.factory({ entities: [dana] }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost' },
          backend: {
            baseUrl: 'http://localhost',
            listen: host === undefined ? { port: 0 } : { host, port: 0 },
          },
          auth: { providers: { sample: {} } },
        },
      }),
    ],
  });

const signIn = (backend: TestBackend, user?: string) =>
  fetch(`http://localhost:${backend.server.port()}/api/auth/sample/refresh`, {
    headers: {
      'X-Requested-With': 'XMLHttpRequest',
      ...(user === undefined ? {} : { 'x-sample-user': user }),
    },
  });

describe('sample users', () => {
  it('sign in with the refs they own through the catalog', async () => {
    const backend = await start('127.0.0.1');
    const response = await signIn(backend, 'dana.developer');

    expect(response.status).toBe(200);
    const { backstageIdentity, profile } = await response.json();
    expect(profile.displayName).toBe('Dana Developer');
    expect(backstageIdentity.identity.userEntityRef).toBe(
      'user:default/dana.developer',
    );
    await backend.stop();
  });

  it.each([
    undefined,
    '',
    'mallory',
    'DANA.DEVELOPER',
    'user:default/cleo.cto',
  ])('refuse the name %p', async name => {
    const backend = await start('127.0.0.1');
    const response = await signIn(backend, name);

    expect(response.status).toBe(401);
    await expect(response.json()).resolves.toMatchObject({
      error: { message: expect.stringContaining('x-sample-user') },
    });
    await backend.stop();
  });

  it.each([undefined, '0.0.0.0'])(
    'keep the backend from starting when it listens on %p',
    async host => {
      await expect(start(host)).rejects.toThrow(/backend\.listen\.host/);
    },
  );
});
