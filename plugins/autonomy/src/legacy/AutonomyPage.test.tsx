import {
  autonomyApiRef,
  autonomyPolicyApiRef,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import {
  FakeAutonomyApi,
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
});
