import {
  coreServices,
  createServiceFactory,
  type BackstageUserPrincipal,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import request from 'supertest';
import { autonomyPlugin } from '../plugin';
import { FakeCatalog } from './FakeCatalog';
import { organisation } from './organisation';

type Answer = Promise<request.Response>;

/** The plugin in a backend of its own, over HTTP. */
export interface AutonomyUnderTest {
  /** Audit events that ended, in order. */
  audited: { eventId: string; severityLevel?: string; outcome: unknown }[];
  catalog: FakeCatalog;
  /** For requests that the methods below cannot make. */
  server: TestBackend['server'];
  permissions: jest.Mocked<PermissionsService>;
  /** What every user belongs to; may be changed. */
  ownership: string[];
  get(path: string, authorization?: string): Answer;
  post(path: string, body: unknown, authorization?: string): Answer;
  /** Repeats a request until its answer is as expected; fails after twenty seconds. */
  eventually<T>(
    read: () => Promise<T>,
    isDone: (value: T) => boolean,
  ): Promise<T>;
  /** Runs the scheduled sweep. */
  sweep(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * @param options - `knex`: a database to use instead of a fresh SQLite one
 */
export async function startAutonomy(
  options: { entities?: Entity[]; knex?: Knex; config?: object } = {},
): Promise<AutonomyUnderTest> {
  const { config = {}, entities = organisation(), knex } = options;
  const catalog = new FakeCatalog(entities);
  const permissions = mockServices.permissions.mock({
    authorize: async requests => requests.map(() => ({ result: 'ALLOW' })),
    authorizeConditional: async requests =>
      requests.map(() => ({ result: 'ALLOW' })),
  });
  const audited: AutonomyUnderTest['audited'] = [];
  const auditor = mockServices.auditor.mock({
    createEvent: async ({ eventId, severityLevel }) => ({
      success: async result =>
        void audited.push({ eventId, severityLevel, outcome: result?.meta }),
      fail: async ({ error }) =>
        void audited.push({ eventId, severityLevel, outcome: error }),
    }),
  });
  let ownership: string[] = [];
  const userInfo = mockServices.userInfo.mock({
    getUserInfo: async credentials => ({
      userEntityRef: (credentials.principal as BackstageUserPrincipal)
        .userEntityRef,
      ownershipEntityRefs: ownership,
    }),
  });
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      autonomyPlugin,
      auditor.factory,
      permissions.factory,
      userInfo.factory,
      mockServices.rootConfig.factory({
        data: {
          autonomy: {
            catalog: { sweep: { startupInterval: { milliseconds: 50 } } },
            ...config,
          },
        },
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog.service,
      }),
      ...(knex
        ? [mockServices.database.mock({ getClient: async () => knex }).factory]
        : []),
    ],
  });
  const { server } = backend;
  const user = mockCredentials.user.header();

  const send = (
    call: request.Test,
    authorization: string,
  ): Promise<request.Response> =>
    Promise.resolve(
      authorization ? call.set('authorization', authorization) : call,
    );

  const app: AutonomyUnderTest = {
    audited,
    server,
    catalog,
    permissions,
    get ownership() {
      return ownership;
    },
    set ownership(refs) {
      ownership = refs;
    },
    get: (path, authorization = user) =>
      send(request(server).get(`/api/autonomy/v1${path}`), authorization),
    post: (path, body, authorization = user) =>
      send(
        request(server)
          .post(`/api/autonomy/v1${path}`)
          .set('content-type', 'application/json')
          .send(typeof body === 'string' ? body : JSON.stringify(body)),
        authorization,
      ),
    async eventually(read, isDone) {
      const limit = Date.now() + 20_000;
      for (;;) {
        const value = await read();
        if (isDone(value)) {
          return value;
        }
        if (Date.now() > limit) {
          throw new Error(`Still ${JSON.stringify(value)?.slice(0, 300)}`);
        }
        await new Promise(resolve => setTimeout(resolve, 20));
      }
    },
    sweep: () => scheduler.triggerTask('autonomy-catalog-sweep'),
    stop: () => backend.stop(),
  };
  const inScope = entities.filter(({ kind }) => kind === 'Component').length;
  await app.eventually(
    async () => (await app.get('/entities')).body.totalItems,
    total => total === inScope,
  );
  return app;
}
