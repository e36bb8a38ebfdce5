import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { ServerPermissionClient } from '@backstage/plugin-permission-node';
import type { Knex } from 'knex';
import request from 'supertest';
import {
  entity,
  organisation,
  startAutonomy,
  type AutonomyUnderTest,
} from '../__testUtils__';
import { documentedOperations } from '../__testUtils__/describedAnswers';
import {
  CALLERS,
  GROUPS,
  ROUTE_EXPECTATIONS,
  requestOf,
  VOTERS,
  type Caller,
} from '../__testUtils__/routeExpectations';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

const CHECKOUT = 'component:default/checkout';
const TEAMS = { match: 'group:default/team-a', miss: 'group:default/team-b' };
/** What the team of a caller with conditions owns. */
const OWNED: Record<string, string[]> = {
  match: [CHECKOUT, 'component:default/ledger'],
  miss: ['component:default/articles', 'component:default/search'],
};
/** What one caller did must not be in the way of the next. */
const STATE = [
  'proposal_votes',
  'proposals',
  'exemption_requests',
  'exemptions',
  'grants',
  'plans',
  'trust_audit_ratings',
  'trust_audits',
  'attestations',
];

/** On every board that they say they are on. */
const ASKING = CALLERS.map(caller => `user:default/${caller}`);

const STRANGERS: [string, Record<string, string>][] = [
  ['nobody', { authorization: mockCredentials.none.header() }],
  [
    'a cookie of a user',
    { authorization: `Bearer ${mockCredentials.limitedUser.token()}` },
  ],
  [
    'a user whose token is not valid',
    { authorization: mockCredentials.user.invalidHeader() },
  ],
  [
    'a service whose token is not valid',
    { authorization: mockCredentials.service.invalidHeader() },
  ],
  [
    'a service whose token is for another plugin',
    {
      authorization: mockCredentials.service.header({
        onBehalfOf: mockCredentials.service(),
        targetPluginId: 'catalog',
      }),
    },
  ],
  ['any other token', { authorization: 'Bearer token' }],
];

/** To whom the entity is named where it is. */
const SHOWN: Record<Caller, boolean> = {
  user: true,
  denied: false,
  match: true,
  miss: false,
  service: true,
  otherPermission: false,
  otherAction: false,
};

const operations = documentedOperations().map(({ operation }) => operation);

describe('authorization of every route', () => {
  let app: AutonomyUnderTest;
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init('SQLITE_3');
    app = await startAutonomy({
      knex,
      entities: [
        ...organisation(),
        ...['payments-board', 'central-board'].map(name =>
          entity(name, { kind: 'Group', members: [...VOTERS, ...ASKING] }),
        ),
      ],
      config: {
        boardsWithoutPermissions: true,
        centralBoard: 'group:default/central-board',
        incidents: {
          sources: {
            desk: { type: 'standard-webhooks', covers: { kind: 'Component' } },
          },
        },
      },
    });
    for (const operation of ['post /incidents', 'post /deployments']) {
      const { body, url } = requestOf(operation);
      await app.post(url, body);
    }
  });
  afterAll(() => app.stop());

  async function clear() {
    for (const table of STATE) {
      await knex(table).delete();
    }
  }

  function send(
    operation: string,
    headers: Record<string, string>,
    made?: Record<string, unknown>,
  ): request.Test {
    const { body, url } = requestOf(operation, made);
    const [method] = operation.split(' ') as ['get' | 'post'];
    const call = request(app.server)
      [method](`/api/autonomy/v1${url}`)
      .set(headers);
    return body === undefined ? call : call.send(body);
  }

  /** As the permission service answers a user. */
  function decide(
    mayHold: (resourceType?: string, resourceRef?: string) => boolean,
    claims?: string[],
  ) {
    app.permissions.authorize.mockImplementation(async requests =>
      requests.map(({ permission, resourceRef }: any) => ({
        result: mayHold(permission.resourceType, resourceRef)
          ? 'ALLOW'
          : 'DENY',
      })),
    );
    app.permissions.authorizeConditional.mockImplementation((async (
      requests: any[],
    ) =>
      requests.map(({ permission: { resourceType } }) =>
        claims && resourceType
          ? {
              result: 'CONDITIONAL',
              pluginId: resourceType.split('-')[0],
              resourceType,
              conditions: {
                resourceType,
                rule: 'IS_ENTITY_OWNER',
                params: { claims },
              },
            }
          : { result: mayHold(resourceType) ? 'ALLOW' : 'DENY' },
      )) as any);
  }

  /** As the permission service answers a service. */
  function restrict(accessRestrictions?: object) {
    const client = ServerPermissionClient.fromConfig(
      mockServices.rootConfig({ data: { permission: { enabled: true } } }),
      { auth: mockServices.auth(), discovery: mockServices.discovery() },
    );
    const credentials = mockCredentials.service(
      'external:ci',
      accessRestrictions as any,
    );
    app.permissions.authorize.mockImplementation(requests =>
      client.authorize(requests, { credentials }),
    );
    app.permissions.authorizeConditional.mockImplementation(requests =>
      client.authorizeConditional(requests, { credentials }),
    );
  }

  function become(caller: Caller): Record<string, string> {
    switch (caller) {
      case 'service':
        restrict();
        break;
      case 'otherPermission':
        restrict({ permissionNames: ['catalog.entity.create'] });
        break;
      case 'otherAction':
        restrict({ permissionAttributes: { action: ['delete'] } });
        break;
      case 'match':
      case 'miss':
        decide(
          (resourceType, ref) =>
            !resourceType || (ref !== undefined && OWNED[caller].includes(ref)),
          [TEAMS[caller]],
        );
        break;
      default:
        decide(() => caller === 'user');
    }
    const isUser = ['user', 'denied', 'match', 'miss'].includes(caller);
    return {
      // One each: nobody is slowed down by what others asked for.
      authorization: isUser
        ? mockCredentials.user.header(`user:default/${caller}`)
        : mockCredentials.service.header(),
    };
  }

  it('is expected of everything that is documented, and of nothing else', () => {
    expect(Object.keys(ROUTE_EXPECTATIONS).sort()).toEqual(
      [...operations].sort(),
    );
  });

  it.each(STRANGERS)('lets %s nowhere in', async (_, headers) => {
    decide(() => true);
    const found: Record<string, number> = {};
    for (const operation of operations) {
      const { status } = await send(operation, headers);
      found[operation] = status;
    }
    expect(found).toEqual(
      Object.fromEntries(operations.map(operation => [operation, 401])),
    );
  });

  it.each(operations)('%s', async operation => {
    const found: Partial<Record<Caller, number>> = {};
    const shown: Partial<Record<Caller, boolean>> = {};
    const expected = ROUTE_EXPECTATIONS[operation];
    const { as = 'owner', prepare, shows, statuses } = expected;
    const isRead = operation.startsWith('get ');
    let made: Record<string, unknown> = {};
    for (const [index, caller] of CALLERS.entries()) {
      if (index === 0 || !isRead) {
        await clear();
        decide(() => true);
        app.ownership = [...GROUPS.owner, ...GROUPS.board];
        made = (await prepare?.(app)) ?? {};
      }
      app.ownership = GROUPS[as];
      const headers = become(caller);
      const answer = await send(operation, headers, made);
      found[caller] = answer.status;
      shown[caller] = answer.text?.includes(CHECKOUT);
    }
    expect(found).toEqual(statuses);
    expect(shows ? shown : SHOWN).toEqual(SHOWN);
  });
});
