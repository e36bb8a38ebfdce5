import {
  autonomyApiRef,
  autonomyGovernanceApiRef,
  autonomyPolicyApiRef,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import {
  createPlan,
  createProposal,
  FakeAutonomyApi,
  FakeAutonomyGovernanceApi,
  FakeAutonomyPolicyApi,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { rootRouteRef } from '../routes';
import { AutonomyPage } from './AutonomyPage';

describe('AutonomyPage', () => {
  it('leads from the list of scorecards to one of them', async () => {
    renderInTestApp(
      <Routes>
        <Route path="/autonomy/*" element={<AutonomyPage />} />
      </Routes>,
      {
        apis: [
          [autonomyApiRef, new FakeAutonomyApi()],
          [autonomyPolicyApiRef, new FakeAutonomyPolicyApi()],
          catalogApiMock(),
          mockApis.permission(),
        ],
        mountedRoutes: {
          '/autonomy': rootRouteRef,
          '/catalog/:namespace/:kind/:name': entityRouteRef,
        },
        initialRouteEntries: ['/autonomy/scorecards'],
      },
    );

    await userEvent.click(
      await screen.findByRole('link', { name: 'Organisation guardrails' }),
    );

    expect(
      await screen.findByRole('heading', { name: 'Organisation guardrails' }),
    ).toBeVisible();
    expect(
      screen.getByRole('region', { name: 'Organisation guardrails as YAML' }),
    ).toBeVisible();
    expect(screen.getByRole('tab', { name: 'Scorecards' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  it('leads from the agenda of a board to a proposal', async () => {
    const proposals = [createProposal()];
    renderInTestApp(
      <Routes>
        <Route path="/autonomy/*" element={<AutonomyPage />} />
      </Routes>,
      {
        apis: [
          [autonomyApiRef, new FakeAutonomyApi()],
          [
            autonomyGovernanceApiRef,
            new FakeAutonomyGovernanceApi({ proposals }),
          ],
          catalogApiMock(),
          mockApis.permission(),
        ],
        mountedRoutes: {
          '/autonomy': rootRouteRef,
          '/catalog/:namespace/:kind/:name': entityRouteRef,
        },
        initialRouteEntries: ['/autonomy/boards'],
      },
    );

    await userEvent.click(
      await screen.findByRole('link', {
        name: 'Payments API: from level 2 to 3',
      }),
    );

    expect(
      await screen.findByRole('heading', {
        name: 'Payments API: from level 2 to 3',
      }),
    ).toBeVisible();
    expect(screen.getByRole('tab', { name: 'Boards' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  it('shows a plan at an address of its own', async () => {
    const plans = [createPlan()];
    renderInTestApp(
      <Routes>
        <Route path="/autonomy/*" element={<AutonomyPage />} />
      </Routes>,
      {
        apis: [
          [autonomyApiRef, new FakeAutonomyApi()],
          [autonomyGovernanceApiRef, new FakeAutonomyGovernanceApi({ plans })],
          catalogApiMock(),
          mockApis.permission(),
        ],
        mountedRoutes: {
          '/autonomy': rootRouteRef,
          '/catalog/:namespace/:kind/:name': entityRouteRef,
        },
        initialRouteEntries: ['/autonomy/plans/PLAN-12'],
      },
    );

    expect(
      await screen.findByRole('heading', { name: plans[0].title }),
    ).toBeVisible();
    for (const name of ['Mismatches', 'Audits', 'Plans']) {
      expect(screen.getByRole('tab', { name })).toBeVisible();
    }
  });
});
