import {
  autonomyApiRef,
  autonomyPolicyApiRef,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import {
  createMoveCounts,
  createSimulatedMove,
  createSimulation,
  FakeAutonomyApi,
  FakeAutonomyPolicyApi,
  policyTexts,
  type FakeAutonomyPolicyApiOptions,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes, useLocation } from 'react-router-dom';
import { rootRouteRef } from '../../routes';
import { saveFile } from '../EntitiesOverview/saveFile';
import { SimulationResult } from './SimulationResult';

jest.mock('../EntitiesOverview/saveFile');

function Address() {
  const { pathname, search } = useLocation();
  return <output>{decodeURIComponent(`${pathname}${search}`)}</output>;
}

const PAYMENTS = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Domain',
  metadata: { namespace: 'default', name: 'payments', title: 'Money in' },
  spec: { owner: 'board' },
};

async function setUp(options: FakeAutonomyPolicyApiOptions, search = '') {
  const policyApi = new FakeAutonomyPolicyApi(options);
  await policyApi.createDraft({ yaml: policyTexts.guardrails });
  const render = () =>
    renderInTestApp(
      <>
        <Routes>
          <Route path="/simulations/:id" element={<SimulationResult />} />
          <Route path="*" element={<p>elsewhere</p>} />
        </Routes>
        <Address />
      </>,
      {
        apis: [
          [autonomyApiRef, new FakeAutonomyApi()],
          [autonomyPolicyApiRef, policyApi],
          catalogApiMock({ entities: [PAYMENTS] }),
        ],
        mountedRoutes: {
          '/autonomy': rootRouteRef,
          '/catalog/:namespace/:kind/:name': entityRouteRef,
        },
        initialRouteEntries: [`/simulations/simulation-1${search}`],
      },
    );
  return { policyApi, render };
}

const MOVES = [
  createSimulatedMove(),
  createSimulatedMove({
    entityRef: 'component:default/wiki',
    title: undefined,
    ownerRef: 'group:default/docs',
    domainRef: undefined,
    atOnce: undefined,
    settled: {
      level: { from: 3, to: 2 },
      checks: [],
      guardrails: [],
      rights: [],
    },
  }),
];
const DONE = createSimulation({
  settled: createMoveCounts({ entities: 2, rightsLost: 1, levelDown: 1 }),
});

describe('SimulationResult', () => {
  it('follows a simulation to its end', async () => {
    const running = createSimulation({
      state: 'running',
      progress: { done: 16, total: 64 },
    });
    const { policyApi, render } = await setUp({
      simulations: [DONE],
      moves: MOVES,
    });
    jest.spyOn(policyApi, 'getSimulation').mockResolvedValueOnce(running);
    render();

    expect(
      await screen.findByText('16 of 64 entities evaluated'),
    ).toBeVisible();
    expect(screen.getByRole('progressbar')).toHaveAttribute(
      'aria-valuenow',
      '25',
    );
    expect(
      await screen.findByRole('table', { name: 'Entity by entity' }),
    ).toBeVisible();
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
  });

  it('is cancelled', async () => {
    const running = createSimulation({
      state: 'running',
      progress: { done: 16, total: 64 },
    });
    const { render } = await setUp({ simulations: [running] });
    render();

    await userEvent.click(
      await screen.findByRole('button', { name: 'Cancel the simulation' }),
    );

    expect(
      await screen.findByText(/It was cancelled after 16 of 64 entities/),
    ).toBeVisible();
    expect(
      screen.queryByRole('table', { name: 'Who would feel it' }),
    ).not.toBeInTheDocument();
  });

  it('says why it failed, and starts again', async () => {
    const { policyApi, render } = await setUp({
      simulations: [
        createSimulation({ state: 'failed', message: 'no memory left' }),
      ],
    });
    const startSimulation = jest.spyOn(policyApi, 'startSimulation');
    render();

    expect(await screen.findByText('It failed: no memory left')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Simulate again' }),
    );

    await screen.findByText('/autonomy/scorecards/simulations/simulation-2');
    expect(startSimulation).toHaveBeenCalledWith({ draftId: 'draft-1' });
  });

  it('says that nobody would feel it', async () => {
    const none = createMoveCounts();
    const { render } = await setUp({
      simulations: [createSimulation({ atOnce: none, settled: none })],
    });
    render();

    expect(await screen.findByText('Nobody would feel it')).toBeVisible();
  });

  it('says by name who would lose what, and leads there', async () => {
    const { render } = await setUp({ simulations: [DONE], moves: MOVES });
    render();

    const table = within(
      await screen.findByRole('table', { name: 'Entity by entity' }),
    );
    const [, first, second] = table.getAllByRole('row');
    expect(first).toHaveTextContent('Security: from inform to approval');
    expect(
      within(first).getByRole('link', { name: 'Payments API' }),
    ).toHaveAttribute('href', '/catalog/default/component/payments-api');
    expect(second).toHaveTextContent('Level: from 3 to 2');
    expect(
      screen.getByText(/1 entity loses a right and 1 falls to a lower level/),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Publish …' })).toHaveAttribute(
      'href',
      '/autonomy/scorecards/drafts/draft-1?publish=true',
    );
  });

  it('narrows the list to what is behind a figure, a domain and a point in time', async () => {
    const user = userEvent.setup();
    const { policyApi, render } = await setUp({
      simulations: [DONE],
      moves: MOVES,
    });
    const listMoves = jest.spyOn(policyApi, 'listMoves');
    render();
    await screen.findByRole('table', { name: 'Entity by entity' });

    await user.click(
      screen.getByRole('link', {
        name: 'Falls to a lower level, Settled: 1 entity, show it',
      }),
    );
    expect(await screen.findByText('1 entity')).toBeVisible();
    expect(listMoves.mock.lastCall?.[1]).toMatchObject({
      when: 'settled',
      what: ['level-down'],
    });

    await user.click(screen.getByRole('button', { name: 'At once' }));
    await user.click(
      await screen.findByRole('button', { name: 'Clear filters' }),
    );
    await user.click(
      await screen.findByRole('button', { name: 'Show only Money in' }),
    );
    await screen.findByText(
      '/simulations/simulation-1?when=at-once&domain=domain:default/payments',
    );
    expect(listMoves.mock.lastCall?.[1]).toMatchObject({
      when: 'at-once',
      domain: ['domain:default/payments'],
    });
  });

  it('saves what is listed as a report', async () => {
    const { policyApi, render } = await setUp(
      { simulations: [DONE], moves: MOVES },
      '?what=level-down',
    );
    const exportMoves = jest.spyOn(policyApi, 'exportMoves');
    render();

    await userEvent.click(
      await screen.findByRole('button', { name: 'Download Markdown report' }),
    );

    expect(exportMoves).toHaveBeenCalledWith(
      'simulation-1',
      'markdown',
      expect.objectContaining({ what: ['level-down'] }),
    );
    expect(saveFile).toHaveBeenCalledWith(expect.any(Blob), 'simulation.md');
  });

  it('says what has changed since', async () => {
    const { policyApi, render } = await setUp({
      simulations: [{ ...DONE, isOutdated: true }],
      moves: MOVES,
    });
    await policyApi.changeDraft('draft-1', {
      revision: 1,
      yaml: policyTexts.guardrails,
    });
    render();

    expect(
      await screen.findByText(/The policy in force has changed since/),
    ).toBeVisible();
    expect(
      screen.getByText(/it is at revision 2, simulated was revision 1/),
    ).toBeVisible();
  });

  it('is not there any more', async () => {
    const { render } = await setUp({});
    render();

    expect(await screen.findByText('No such simulation')).toBeVisible();
  });
});
