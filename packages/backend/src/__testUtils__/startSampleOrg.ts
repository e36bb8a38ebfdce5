import autonomyPlugin from '@aligned-autonomy/backstage-plugin-autonomy-backend';
import { AutonomyClient } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  RELATION_MEMBER_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { loadEvidence, loadGovernance, waitForEvaluations } from './demo';

const root = resolve(__dirname, '../../../..');

/** The sample organisation's files, as `./run demo` loads them. */
export const examples = join(root, 'examples');

/** What `app-config.yaml` says about autonomy, with absolute paths. */
export function readConfig() {
  const text = readFileSync(join(root, 'app-config.yaml'), 'utf8');
  return parse(text.replaceAll('../../examples', examples)).autonomy;
}

/**
 * The real backend of autonomy over the sample organisation: the demo's
 * configuration, and its loader for the evidence.
 *
 * @param anchor - the instant that the evidence counts its days from, UTC milliseconds
 * @param count - how many entities are in scope
 */
export async function startSampleOrg(options: {
  entities: Entity[];
  anchor: number;
  count: number;
}) {
  const { entities, anchor, count } = options;
  const catalog = catalogServiceMock({ entities });
  let open = () => {};
  const evidenceIsIn = new Promise<void>(done => {
    open = done;
  });
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      autonomyPlugin,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      mockServices.permissions.factory(),
      mockServices.userInfo.mock({
        getUserInfo: async ({ principal }) =>
          ownershipOf(entities, (principal as any).userEntityRef),
      }).factory,
      mockServices.rootConfig.factory({
        data: { autonomy: { ...readConfig(), boardsWithoutPermissions: true } },
      }),
      catalogServiceMock.mock({
        // The first evaluation of an entity is then its last, with nothing to wait for.
        queryEntities: async (...args) => {
          await evidenceIsIn;
          return catalog.queryEntities(...args);
        },
        getEntitiesByRefs: (...args) => catalog.getEntitiesByRefs(...args),
      }).factory,
    ],
  });
  const baseUrl = `http://localhost:${backend.server.port()}`;
  const token = mockCredentials.service.token();
  const folder = join(examples, 'evidence');
  const load = () => loadEvidence({ folder, anchor, baseUrl, token });

  const loaded = await load();
  open();
  await waitForEvaluations({ count, baseUrl, token, timeout: 30_000 });

  const headersOf = (bearer: string) => ({
    authorization: `Bearer ${bearer}`,
    'content-type': 'application/json',
    // The backend is in this process: see `fetchAlone` of the demo.
    connection: 'close',
  });
  const headers = headersOf(token);
  const apiWith = (bearer: string) =>
    new AutonomyClient({
      fetchApi: {
        fetch: (url, init) =>
          fetch(url, { ...init, headers: headersOf(bearer) }),
      },
      discoveryApi: { getBaseUrl: async id => `${baseUrl}/api/${id}` },
    });
  return {
    loaded,
    load,
    /** Has the people of the sample say what they said. */
    async loadGovernance() {
      // What is due has to be open before anybody says something to it.
      await scheduler.triggerTask('autonomy-governance');
      return loadGovernance({
        folder: join(examples, 'governance'),
        anchor,
        baseUrl,
        signIn: async ({ name }: { name: string }) => tokenOf(name),
      });
    },
    api: apiWith(token),
    /** As one of the people, by name. */
    apiOf: (name: string) => apiWith(tokenOf(name)),
    report: (incident: JsonObject) =>
      fetch(`${baseUrl}/api/autonomy/v1/incidents`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ items: [incident] }),
      }),
    stop: () => backend.stop(),
  };
}

function tokenOf(name: string): string {
  return mockCredentials.user.token(`user:default/${name}`);
}

/** What people own things through, as signing in with their entity of the catalog says. */
function ownershipOf(entities: readonly Entity[], userEntityRef: string) {
  const person = entities.find(
    entity => stringifyEntityRef(entity) === userEntityRef,
  );
  const groups = (person?.relations ?? [])
    .filter(({ type }) => type === RELATION_MEMBER_OF)
    .map(({ targetRef }) => targetRef);
  return { userEntityRef, ownershipEntityRefs: [userEntityRef, ...groups] };
}
