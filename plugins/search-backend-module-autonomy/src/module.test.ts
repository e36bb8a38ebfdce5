import type { AutonomyEntitySummary } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import searchPlugin from '@backstage/plugin-search-backend';
import type { JsonObject } from '@backstage/types';
import { searchModuleAutonomyCollator } from './module';

jest.setTimeout(30_000);

const item = (name: string, status: string) =>
  ({
    entityRef: `component:default/${name}`,
    kind: 'Component',
    namespace: 'default',
    name,
    tier: 1,
    level: 2,
    levelTitle: 'Low-risk autonomy',
    guardrailStatus: status,
  } as Partial<AutonomyEntitySummary>);

/** The list as the autonomy backend gives it, to search and to nobody else. */
const autonomy = createBackendPlugin({
  pluginId: 'autonomy',
  register(env) {
    env.registerInit({
      deps: {
        http: coreServices.httpRouter,
        httpAuth: coreServices.httpAuth,
      },
      async init({ http, httpAuth }) {
        http.use(async (req, res) => {
          const { principal } = await httpAuth.credentials(req, {
            allow: ['service'],
          });
          const isSearch = principal.subject === 'plugin:search';
          res.status(isSearch && req.path === '/v1/entities' ? 200 : 403).json({
            items: [item('checkout', 'breached'), item('ledger', 'breached')],
            pageInfo: {},
          });
        });
      },
    });
  },
});

/** A backend whose index is filled when it has started. */
async function startSearch(
  config: JsonObject,
  mayRead: (permission: string, ref?: string) => boolean = () => true,
) {
  const decide = (query: any) => ({
    result: mayRead(query.permission.name, query.resourceRef)
      ? ('ALLOW' as const)
      : ('DENY' as const),
  });
  const permissions = mockServices.permissions.mock({
    authorize: async queries => queries.map(decide) as any,
    authorizeConditional: async queries =>
      queries.map(() => ({ result: 'CONDITIONAL' })) as any,
  });
  const logger: ReturnType<typeof mockServices.logger.mock> =
    mockServices.logger.mock({ child: () => logger });
  const runs: Promise<void>[] = [];
  const scheduler = mockServices.scheduler.mock({
    createScheduledTaskRunner: () => ({
      async run({ fn }) {
        runs.push(Promise.resolve(fn(new AbortController().signal)));
      },
    }),
  });
  const backend = await startTestBackend({
    features: [
      searchPlugin,
      searchModuleAutonomyCollator,
      autonomy,
      logger.factory,
      mockServices.rootConfig.factory({ data: config }),
      permissions.factory,
      scheduler.factory,
    ],
  });
  await Promise.all(runs);
  return {
    backend,
    logger,
    async find(term: string) {
      const answer = await fetch(
        `http://127.0.0.1:${backend.server.port()}/api/search/query?term=${term}`,
        { headers: { authorization: mockCredentials.user.header() } },
      );
      return ((await answer.json()).results ?? []) as { document: any }[];
    },
  };
}

const RESTRICTED = { permission: { enabled: true } };
const visibleBy = (visibility: string) => ({
  ...RESTRICTED,
  search: { collators: { autonomy: { visibility } } },
});

describe('the search module', () => {
  it('finds entities by level and status', async () => {
    const { backend, find } = await startSearch({});
    const found = await find('breached');
    expect(found.map(({ document }) => document)).toContainEqual(
      expect.objectContaining({
        title: 'checkout',
        level: 2,
        guardrailStatus: 'breached',
        location: '/catalog/default/component/checkout/autonomy',
      }),
    );
    expect(found).toHaveLength(2);
    await backend.stop();
  });

  it.each(['catalog.entity.read', 'autonomy.entity.read'])(
    'shows by %s what that permission shows',
    async visibility => {
      const { backend, find } = await startSearch(
        visibleBy(visibility),
        (permission, ref) =>
          permission === visibility && ref === 'component:default/ledger',
      );
      const found = await find('breached');
      expect(found.map(({ document }) => document.title)).toEqual(['ledger']);
      await backend.stop();
    },
  );

  it('indexes nothing where nobody has said who may find it', async () => {
    const { backend, find, logger } = await startSearch(RESTRICTED);
    expect(await find('breached')).toEqual([]);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('search.collators.autonomy.visibility'),
    );
    await backend.stop();
  });
});
