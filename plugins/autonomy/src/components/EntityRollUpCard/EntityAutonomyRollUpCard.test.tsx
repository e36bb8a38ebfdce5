import type {
  AutonomyEntitySummary,
  Objective,
  ReadinessRollUp,
  Trends,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import {
  createEntitySummary,
  FakeAutonomyApi,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import type { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { rootRouteRef } from '../../routes';
import { EntityAutonomyRollUpCard } from './EntityAutonomyRollUpCard';

// Its own answers are kept from one test to the next.
const mockPermission = jest.fn();
jest.mock('@backstage/plugin-permission-react', () => ({
  ...jest.requireActual('@backstage/plugin-permission-react'),
  usePermission: () => mockPermission(),
}));

const DAY = 86_400_000;
const PAYMENTS = 'domain:default/payments';
const PLATFORM = 'group:default/platform-team';

const entityOf = (
  kind: string,
  name: string,
  relations: [type: string, targetRef: string][] = [],
  annotations: Record<string, string> = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default', annotations },
  relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
});

const domain = entityOf('Domain', 'payments', [], {
  'autonomy/board': 'payments-board',
});
const board: Entity = {
  ...entityOf('Group', 'payments-board'),
  spec: { profile: { displayName: 'Payments Board' } },
};

function services(
  count: number,
  ownerRef: string,
  overrides: Partial<AutonomyEntitySummary> = {},
) {
  return Array.from({ length: count }, (_, index) => {
    const { domainRef = PAYMENTS } = overrides;
    const name = [ownerRef, domainRef, index].join('-').replace(/\W+/g, '-');
    return createEntitySummary(undefined, {
      entityRef: `component:default/${name}`,
      name,
      title: undefined,
      ownerRef,
      domainRef: PAYMENTS,
      level: 2,
      readiness: 60,
      ...overrides,
    });
  });
}

const item = (id: string, passing: number, applicable = 10) => ({
  id,
  title: `Item ${id}`,
  section: 'Team',
  passing,
  applicable,
  share: passing / applicable,
  yes: passing / applicable >= 0.9,
});

const readiness: ReadinessRollUp = {
  entities: 10,
  items: [
    item('a', 10),
    item('b', 5),
    item('c', 2),
    item('d', 7),
    item('services-per-team', 6),
  ],
  gaps: 4,
  band: 'focus',
  topGaps: ['c', 'b', 'services-per-team', 'd'],
};

const objective: Objective = {
  domainRef: PAYMENTS,
  statement: 'Every payment settles the same day.',
  measures: [
    { title: 'Settled in time', target: '99 %', current: '97 %' },
    { title: 'Disputes', target: 'below 1 %' },
  ],
  ownerRef: 'group:default/payments-board',
  reviewAt: Date.now() - DAY,
  updatedAt: Date.now() - 90 * DAY,
  updatedBy: 'user:default/bo',
};

interface Options {
  entity?: Entity;
  summaries?: AutonomyEntitySummary[];
  objectives?: Record<string, Objective>;
  trends?: Trends;
  catalog?: Entity[];
  claims?: string[];
  allowed?: boolean;
  /** Owners of too many services. */
  overloaded?: string[];
}

function setup(options: Options = {}) {
  const {
    entity = domain,
    summaries = services(5, PLATFORM),
    overloaded = [],
    claims = [],
    allowed = true,
  } = options;
  mockPermission.mockReturnValue({ allowed, loading: false });
  const api = new FakeAutonomyApi({
    summaries,
    readiness: { [`${refOf(entity)}`]: readiness },
    objectives: options.objectives,
    trends: options.trends,
  });
  const summarize = api.summarizeEntities.bind(api);
  // Rows do not tell what readiness items they pass.
  const summarizeEntities = jest
    .spyOn(api, 'summarizeEntities')
    .mockImplementation(async request => {
      const answer = await summarize(request);
      return request.readinessItem
        ? {
            ...answer,
            groups: answer.groups.filter(({ ref = '' }) =>
              overloaded.includes(ref),
            ),
          }
        : answer;
    });
  const render = () =>
    renderInTestApp(
      <EntityProvider entity={entity}>
        <EntityAutonomyRollUpCard />
      </EntityProvider>,
      {
        apis: [
          [autonomyApiRef, api],
          catalogApiMock({
            entities: [entity, board, ...(options.catalog ?? [])],
          }),
          mockApis.identity({ ownershipEntityRefs: claims }),
        ],
        mountedRoutes: {
          '/autonomy': rootRouteRef,
          '/catalog/:namespace/:kind/:name': entityRouteRef,
        },
      },
    );
  return { api, render, summarizeEntities };
}

function refOf({ kind, metadata }: Entity) {
  return `${kind.toLocaleLowerCase('en-US')}:default/${metadata.name}`;
}

const section = async (name: string) =>
  within(await screen.findByRole('region', { name }));

/** Columns and charts have the same names. */
function figure(name: string) {
  const label = screen
    .getAllByText(name)
    .find(({ tagName }) => tagName === 'DT');
  return within(label!.parentElement!);
}

function queryOf(link: HTMLElement) {
  const [path, query] = link.getAttribute('href')!.split('?');
  expect(path).toBe('/autonomy');
  return Object.fromEntries(new URLSearchParams(query));
}

describe('EntityAutonomyRollUpCard', () => {
  it('shows where the entities of a domain stand, each figure with the list behind it', async () => {
    setup({
      summaries: [
        ...services(3, PLATFORM, { surplus: undefined, deficit: undefined }),
        ...services(2, 'group:default/payments-team', {
          level: 4,
          surplus: 3,
          isStale: true,
        }),
      ],
    }).render();

    const entities = await screen.findByRole('link', { name: '5 entities' });
    expect(queryOf(entities)).toEqual({ view: 'all', domain: PAYMENTS });
    const level = figure('Average level').getByRole('link', { name: '2.8' });
    expect(queryOf(level)).toMatchObject({
      domain: PAYMENTS,
      orderBy: 'level',
    });
    const surplus = figure('Decide more than recommended');
    expect(queryOf(surplus.getByRole('link', { name: '2 of 5' }))).toEqual({
      view: 'all',
      domain: PAYMENTS,
      mismatch: 'surplus',
      orderBy: 'surplus',
      order: 'desc',
    });
    const levels = within(screen.getByRole('list', { name: 'Levels' }));
    expect(queryOf(await levels.findByRole('link', { name: /^4 · / }))).toEqual(
      { view: 'all', domain: PAYMENTS, level: '4' },
    );
  });

  it('shows the largest gaps first, and every other item on request', async () => {
    setup().render();

    const items = await section('Readiness');
    expect(
      await items.findByText('1 of 5 items answered yes', { exact: false }),
    ).toBeVisible();
    expect(items.getByText('needs focus')).toBeVisible();
    const gaps = within(items.getByRole('list', { name: 'Largest gaps' }));
    expect(
      gaps.getAllByRole('listitem').map(({ textContent }) => textContent),
    ).toEqual([
      'Item c2 of 10 pass',
      'Item b5 of 10 pass',
      'Item services-per-team6 of 10 pass',
    ]);
    expect(queryOf(gaps.getByRole('link', { name: 'Item c' }))).toEqual({
      view: 'all',
      domain: PAYMENTS,
      readinessItem: 'c',
    });
    expect(items.queryByText('Item d')).not.toBeInTheDocument();

    await userEvent.click(
      items.getByRole('button', { name: 'Show 2 other items' }),
    );

    expect(items.getByText('Item d')).toBeVisible();
    expect(items.getByText('Item a')).toBeVisible();
    expect(items.queryByRole('link', { name: 'Item a' })).toBeNull();
  });

  it('tells which team has more than the policy allows, wherever it has it', async () => {
    const { render, summarizeEntities } = setup({
      summaries: [
        ...services(2, PLATFORM),
        ...services(3, PLATFORM, { domainRef: 'domain:default/platform' }),
        ...services(1, 'group:default/payments-team'),
      ],
      overloaded: [PLATFORM],
    });
    render();

    const load = await section('Load of the teams');
    expect(
      await load.findByText('more services than the policy allows'),
    ).toBeVisible();
    const [, platform, payments] = load.getAllByRole('row');
    expect(platform).toHaveTextContent('platform-team');
    expect(platform).toHaveTextContent('2 here, 5 in all');
    expect(platform).toHaveTextContent('more services than the policy allows');
    expect(payments).not.toHaveTextContent('more services');
    expect(
      within(payments).getByRole('link', { name: /payments-team/ }),
    ).toHaveAttribute('href', '/catalog/default/group/payments-team');
    expect(summarizeEntities).toHaveBeenCalledWith(
      expect.objectContaining({
        owner: [PLATFORM, 'group:default/payments-team'],
        readinessItem: 'services-per-team',
        readinessState: ['fail'],
      }),
    );
  });

  it('sets the services of a group against its people, and shows where most is missing', async () => {
    const entity = entityOf('Group', 'platform-team', [
      ...['a', 'b', 'c', 'd'].map((name): [string, string] => [
        'hasMember',
        `user:default/${name}`,
      ]),
      ['ownerOf', 'component:default/x'],
    ]);
    setup({ entity, overloaded: [PLATFORM] }).render();

    const load = await section('Load');
    const ratio = await load.findByRole('link', {
      name: '5 services for 4 people',
    });
    expect(queryOf(ratio)).toEqual({ view: 'all', owner: PLATFORM });
    expect(
      load.getByText('more services than the policy allows:', { exact: false }),
    ).toBeVisible();
    expect(
      queryOf(
        await load.findByRole('link', { name: 'Item services-per-team' }),
      ),
    ).toMatchObject({ owner: PLATFORM, readinessItem: 'services-per-team' });
    const short = within(
      await screen.findByRole('list', { name: 'Where most is missing' }),
    );
    expect(short.getAllByRole('listitem')).toHaveLength(5);
    expect(
      screen.queryByRole('region', { name: 'Load of the teams' }),
    ).not.toBeInTheDocument();
  });

  it('counts the groups below a group and names them', async () => {
    const team = entityOf('Group', 'platform-team');
    const { render, summarizeEntities } = setup({
      entity: entityOf('Group', 'engineering', [['parentOf', PLATFORM]]),
      catalog: [team],
    });
    render();

    expect(
      await screen.findByText('With 1 group below it:', { exact: false }),
    ).toHaveTextContent('platform-team');
    expect(summarizeEntities).toHaveBeenCalledWith(
      expect.objectContaining({
        owner: ['group:default/engineering', PLATFORM],
      }),
    );
    expect(await section('Load of the teams')).toBeDefined();
    expect(
      await screen.findByText(/days are counted for each group/),
    ).toBeVisible();
  });

  it('compares with what was counted 30 days ago', async () => {
    const api = new FakeAutonomyApi({ summaries: services(5, PLATFORM) });
    const { totals } = await api.summarizeEntities({ groupBy: 'owner' });
    const dayOf = (age: number) =>
      new Date(Date.now() - age * DAY).toISOString().slice(0, 10);
    const days = [31, 1].map(age => ({
      ...totals!,
      day: dayOf(age),
      readiness: age,
    }));
    setup({ trends: { kind: 'domain', ref: PAYMENTS, days } }).render();

    expect(await screen.findByText(/^\+29 since /)).toBeVisible();
    expect(screen.getAllByText(/^as on /).length).toBeGreaterThan(0);
    const trend = await section('The last 90 days');
    expect(
      trend.getByRole('img', { name: /^Average readiness/ }),
    ).toBeInTheDocument();
  });

  it('says that trends are not for everybody', async () => {
    const { api, render } = setup();
    jest
      .spyOn(api, 'getTrends')
      .mockRejectedValue(Object.assign(new Error('403'), { statusCode: 403 }));
    render();

    expect(await screen.findByText(/^Trends count every entity/)).toBeVisible();
  });

  it('shows the objective of the domain of a system, and that its review is overdue', async () => {
    setup({
      entity: entityOf('System', 'settlement', [['partOf', PAYMENTS]]),
      summaries: services(1, PLATFORM, {
        systemRef: 'system:default/settlement',
      }),
      objectives: { [PAYMENTS]: objective },
      claims: ['group:default/payments-board'],
    }).render();

    const shown = await section('Objective');
    expect(
      await shown.findByText('Every payment settles the same day.'),
    ).toBeVisible();
    expect(shown.getByRole('link', { name: /payments$/ })).toBeVisible();
    const [, settled, disputes] = shown.getAllByRole('row');
    expect(settled).toHaveTextContent('99 %97 %');
    expect(disputes).toHaveTextContent('not measured yet');
    expect(shown.getByText(/^The review was due on /)).toBeVisible();
    expect(shown.queryByRole('button')).not.toBeInTheDocument();
  });

  it('shows no objective where the entities of a group are in several domains', async () => {
    const { render, summarizeEntities } = setup({
      entity: entityOf('Group', 'platform-team'),
      summaries: [
        ...services(1, PLATFORM),
        ...services(1, PLATFORM, { domainRef: 'domain:default/platform' }),
      ],
    });
    render();

    await screen.findByRole('link', { name: 'Item c' });
    expect(summarizeEntities).toHaveBeenCalledWith(
      expect.objectContaining({ groupBy: 'domain', owner: [PLATFORM] }),
    );
    expect(
      screen.queryByRole('region', { name: 'Objective' }),
    ).not.toBeInTheDocument();
  });

  it('lets a member of the board set the objective', async () => {
    const user = userEvent.setup();
    const { api, render } = setup({ claims: ['group:default/payments-board'] });
    const setObjective = jest.spyOn(api, 'setObjective');
    render();

    await user.click(
      await screen.findByRole('button', { name: 'Set objective' }),
    );
    const dialog = within(
      screen.getByRole('dialog', { name: 'Objective of payments' }),
    );
    const save = dialog.getByRole('button', { name: 'Save' });
    await user.click(save);
    expect(setObjective).not.toHaveBeenCalled();
    expect(dialog.getByText('Choose a group.')).toBeVisible();
    expect(dialog.getByRole('textbox', { name: /^Statement/ })).toHaveFocus();
    await user.paste('Nobody waits for money.');
    await user.click(dialog.getByRole('textbox', { name: /^Owner/ }));
    await user.click(
      await screen.findByRole('option', { name: 'Payments Board' }),
    );
    await user.type(dialog.getByLabelText(/^Review on/), '2126-03-01');
    await user.click(
      dialog.getByRole('textbox', { name: /^What is measured/ }),
    );
    await user.paste('Settled in time');
    await user.click(dialog.getByRole('textbox', { name: /^Target/ }));
    await user.paste('99 %');
    await user.click(save);

    expect(await screen.findByText('Nobody waits for money.')).toBeVisible();
    expect(setObjective).toHaveBeenCalledWith(PAYMENTS, {
      statement: 'Nobody waits for money.',
      ownerRef: 'group:default/payments-board',
      reviewAt: new Date(2126, 2, 1).getTime(),
      measures: [{ title: 'Settled in time', target: '99 %' }],
    });
    expect(await screen.findByRole('button', { name: 'Change' })).toBeVisible();
  });

  it('keeps what was typed where the backend refuses it, and says why', async () => {
    const user = userEvent.setup();
    const { api, render } = setup({
      claims: ['group:default/payments-board'],
      objectives: {
        [PAYMENTS]: { ...objective, reviewAt: Date.now() + 9 * DAY },
      },
    });
    jest
      .spyOn(api, 'setObjective')
      .mockRejectedValue(new Error('not a member of the board'));
    render();

    await user.click(await screen.findByRole('button', { name: 'Change' }));
    expect(await screen.findByDisplayValue('Payments Board')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Add a measure' }));
    await user.click(screen.getByRole('button', { name: 'Remove measure 3' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'not a member of the board',
    );
    expect(screen.getByRole('textbox', { name: /^Statement/ })).toHaveValue(
      'Every payment settles the same day.',
    );
  });

  it.each([
    [
      'without the permission',
      { allowed: false, claims: ['group:default/payments-board'] },
    ],
    ['to those who are not on its board', { claims: ['group:default/others'] }],
  ])('does not offer the objective %s', async (_, options) => {
    setup(options).render();

    expect(
      await screen.findByText(/^This domain has no objective yet/),
    ).toBeVisible();
    // Who the reader is, is known once every promise at hand is kept.
    await act(() => new Promise(resolve => setTimeout(resolve)));
    expect(
      screen.queryByRole('button', { name: 'Set objective' }),
    ).not.toBeInTheDocument();
  });

  it('says that nothing is counted where only the catalog could tell what may be seen', async () => {
    const { render, summarizeEntities } = setup();
    summarizeEntities.mockResolvedValue({
      groupBy: 'owner',
      isWithheld: true,
      groups: [],
      trend: 'withheld',
    });
    render();

    expect(await screen.findByText('Not counted for you')).toBeVisible();
    expect(
      queryOf(screen.getByRole('link', { name: 'Open the list' })),
    ).toEqual({ view: 'all', domain: PAYMENTS });
  });

  it('says where there is nothing to sum up', async () => {
    setup({ summaries: [] }).render();

    expect(await screen.findByText('Nothing to sum up')).toBeVisible();
    expect(
      await screen.findByText(/^This domain has no objective yet/),
    ).toBeVisible();
  });

  it('waits with a skeleton', async () => {
    const { render, summarizeEntities } = setup();
    summarizeEntities.mockReturnValue(new Promise(() => {}));
    render();

    await waitFor(() => expect(summarizeEntities).toHaveBeenCalled());
    const [waiting] = screen.getAllByRole('status', {
      name: 'Loading autonomy',
    });
    expect(waiting).toBeVisible();
  });

  it('offers to try again after an error', async () => {
    const { render, summarizeEntities } = setup();
    summarizeEntities.mockRejectedValueOnce(new Error('no route'));
    render();

    expect(await screen.findByRole('alert')).toHaveTextContent('no route');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(
      await screen.findByRole('link', { name: '5 entities' }),
    ).toBeVisible();
  });

  it('says when it is not permitted', async () => {
    const { render, summarizeEntities } = setup();
    summarizeEntities.mockRejectedValue(
      Object.assign(new Error('403'), { statusCode: 403 }),
    );
    render();

    expect(await screen.findByText('Not permitted')).toBeVisible();
  });

  it('folds two hundred items, fifty teams and names of sixty characters', async () => {
    const long = 'x'.repeat(60);
    const { api, render } = setup({
      summaries: Array.from({ length: 30 }, (_, index) =>
        services(1, `group:default/${long}${index}`),
      ).flat(),
    });
    const items = Array.from({ length: 200 }, (_, index) => ({
      ...item(`${index}`, 0),
      title: `${long}${index}`,
    }));
    jest.spyOn(api, 'getReadiness').mockResolvedValue({
      isWithheld: false,
      rollUp: {
        entities: 30,
        items,
        gaps: 200,
        band: 'not-ready',
        topGaps: items.map(({ id }) => id),
      },
    });
    render();

    expect(
      await screen.findByRole('button', { name: 'Show 197 other items' }),
    ).toBeVisible();
    const load = await section('Load of the teams');
    expect(load.getAllByRole('row')).toHaveLength(11);
    await userEvent.click(load.getByRole('button', { name: 'All 30 teams' }));
    expect(load.getAllByRole('row')).toHaveLength(31);
  });

  it('is not there for a kind that nothing belongs to', async () => {
    setup({ entity: entityOf('Component', 'payments-api') }).render();

    expect(
      screen.queryByRole('heading', { name: 'Autonomy' }),
    ).not.toBeInTheDocument();
  });
});
