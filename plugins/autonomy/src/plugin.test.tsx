import {
  autonomyApiRef,
  autonomyGovernanceApiRef,
  autonomyPolicyApiRef,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import {
  createEvaluation,
  createProposal,
  FakeAutonomyApi,
  FakeAutonomyGovernanceApi,
  FakeAutonomyPolicyApi,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import {
  createExtensionTester,
  mockApis,
  renderInTestApp,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { entityAutonomyCard } from './extensions/entityCards';
import autonomyPlugin from './index';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments-api', namespace: 'default' },
};
const api = new FakeAutonomyApi({ evaluations: [createEvaluation()] });

describe('autonomy plugin', () => {
  it('has the page in the app, with the overview as its first tab', async () => {
    renderTestApp({
      features: [autonomyPlugin, catalogPlugin],
      apis: [[autonomyApiRef, api], catalogApiMock(), mockApis.permission()],
      initialRouteEntries: ['/autonomy'],
    });

    expect(
      await screen.findByRole('tab', { name: 'Overview' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'Payments API' }),
    ).toHaveAttribute('href', '/catalog/default/component/payments-api');
  });

  it('has a document of the policy at an address of its own', async () => {
    renderTestApp({
      features: [autonomyPlugin, catalogPlugin],
      apis: [
        [autonomyApiRef, api],
        [autonomyPolicyApiRef, new FakeAutonomyPolicyApi()],
        catalogApiMock(),
        mockApis.permission(),
      ],
      initialRouteEntries: ['/autonomy/scorecards/scorecard/guardrails'],
    });

    expect(
      await screen.findByRole('tab', { name: 'Scorecards', selected: true }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('heading', { name: 'Organisation guardrails' }),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'All scorecards' }),
    ).toHaveAttribute('href', '/autonomy/scorecards');
  });

  it('has a proposal at an address of its own', async () => {
    const proposals = [createProposal()];
    renderTestApp({
      features: [autonomyPlugin, catalogPlugin],
      apis: [
        [autonomyApiRef, api],
        [
          autonomyGovernanceApiRef,
          new FakeAutonomyGovernanceApi({ proposals }),
        ],
        catalogApiMock(),
        mockApis.permission(),
      ],
      initialRouteEntries: ['/autonomy/boards/proposals/P-1'],
    });

    expect(
      await screen.findByRole('tab', { name: 'Boards', selected: true }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('heading', {
        name: 'Payments API: from level 2 to 3',
      }),
    ).toBeVisible();
  });

  it.each([
    ['mismatches', 'Mismatches', 'No surplus'],
    ['audits', 'Audits', 'No audit'],
    ['plans/nowhere', 'Plans', 'No such plan'],
  ])('has %s at an address of its own', async (path, tab, text) => {
    renderTestApp({
      features: [autonomyPlugin, catalogPlugin],
      apis: [
        [autonomyApiRef, api],
        [autonomyGovernanceApiRef, new FakeAutonomyGovernanceApi()],
        catalogApiMock(),
        mockApis.permission(),
      ],
      initialRouteEntries: [`/autonomy/${path}`],
    });

    expect(
      await screen.findByRole('tab', { name: tab, selected: true }),
    ).toBeInTheDocument();
    expect(await screen.findByText(text)).toBeVisible();
  });

  it('keeps filters on the way to the first tab', async () => {
    const listEntities = jest.spyOn(api, 'listEntities');
    renderTestApp({
      features: [autonomyPlugin, catalogPlugin],
      apis: [[autonomyApiRef, api], catalogApiMock(), mockApis.permission()],
      initialRouteEntries: ['/autonomy?level=3'],
    });

    expect(await screen.findByText('1 entity')).toBeVisible();
    expect(listEntities).toHaveBeenLastCalledWith(
      expect.objectContaining({ level: [3] }),
    );
  });

  it('has the card in the info column of components, unless configured otherwise', async () => {
    const card = createExtensionTester(entityAutonomyCard);

    expect(card.get(EntityCardBlueprint.dataRefs.type)).toBe('info');
    const applies = card.get(EntityCardBlueprint.dataRefs.filterFunction);
    expect(applies?.(entity)).toBe(true);
    expect(applies?.({ ...entity, kind: 'Group' })).toBe(false);

    const configured = createExtensionTester(entityAutonomyCard, {
      config: { type: 'content', filter: { kind: 'group' } },
    });
    expect(configured.get(EntityCardBlueprint.dataRefs.type)).toBe('content');
    expect(
      configured.get(EntityCardBlueprint.dataRefs.filterFunction)?.(entity),
    ).toBe(false);
  });

  it('draws the card', async () => {
    const card = createExtensionTester(entityAutonomyCard);
    renderInTestApp(
      <EntityProvider entity={entity}>{card.reactElement()}</EntityProvider>,
      {
        apis: [[autonomyApiRef, api], catalogApiMock()],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );

    expect(
      await screen.findByRole('heading', { name: 'Autonomy' }),
    ).toBeVisible();
  });

  it('asks its own backend, and does without the names of levels', async () => {
    const fetch = jest.fn(async (url: RequestInfo | URL) =>
      String(url).includes('/entities')
        ? new Response(JSON.stringify({ items: [], pageInfo: {} }))
        : new Response('{}', { status: 500 }),
    );
    renderTestApp({
      features: [autonomyPlugin, catalogPlugin],
      apis: [
        mockApis.fetch({ baseImplementation: fetch }),
        catalogApiMock(),
        mockApis.permission(),
      ],
      initialRouteEntries: ['/autonomy/overview?tier=1'],
    });

    expect(
      await screen.findByText('Nothing matches these filters'),
    ).toBeVisible();
    expect(fetch).toHaveBeenCalledWith('plugin://autonomy/v1/entities?tier=1');
  });
});
