import {
  autonomyApiRef,
  autonomyPolicyApiRef,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import {
  FakeAutonomyApi,
  type FakeAutonomyPolicyApi,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { analyticsApiRef, toastApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { usePermission } from '@backstage/plugin-permission-react';
import { Route, Routes, useLocation } from 'react-router-dom';
import { rootRouteRef } from '../../../routes';
import { ScorecardsPage } from '../ScorecardsPage';

/** Set by the test through `jest.mock('@backstage/plugin-permission-react')`. */
export function allow(isAllowed: (permission: string) => boolean): void {
  jest.mocked(usePermission).mockImplementation(({ permission }) => ({
    loading: false,
    allowed: isAllowed(permission.name),
  }));
}

function Address() {
  const { pathname } = useLocation();
  return <output aria-label="address">{pathname}</output>;
}

/** Shows the tab as whoever may do everything, unless told otherwise. */
export function renderScorecards(
  api: FakeAutonomyPolicyApi,
  options: {
    path?: string;
    isAllowed?: (permission: string) => boolean;
  } = {},
) {
  const { isAllowed = () => true, path = '' } = options;
  allow(isAllowed);
  const captureEvent = jest.fn();
  const post = jest.fn(() => ({ close: () => {} }));
  const domain = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Domain',
    metadata: { name: 'checkout', namespace: 'default', title: 'Check-out' },
  };
  renderInTestApp(
    <>
      <Address />
      <Routes>
        <Route path="/autonomy/scorecards/*" element={<ScorecardsPage />} />
      </Routes>
    </>,
    {
      apis: [
        [autonomyPolicyApiRef, api],
        [autonomyApiRef, new FakeAutonomyApi()],
        [analyticsApiRef, { captureEvent }],
        [toastApiRef, { post }],
        mockApis.identity(),
        catalogApiMock({ entities: [domain] }),
      ],
      mountedRoutes: {
        '/autonomy': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      initialRouteEntries: [`/autonomy/scorecards${path}`],
    },
  );
  return {
    verbs: () => captureEvent.mock.calls.map(([{ action }]) => action),
    toasts: () =>
      (post.mock.calls as unknown as [{ title: string }][]).map(
        ([{ title }]) => title,
      ),
  };
}
