import {
  autonomyApiRef,
  autonomyGovernanceApiRef,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import {
  FakeAutonomyApi,
  type FakeAutonomyGovernanceApi,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { analyticsApiRef, toastApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { usePermission } from '@backstage/plugin-permission-react';
import { Route, Routes, useLocation } from 'react-router-dom';
import { rootRouteRef } from '../../../routes';
import { BoardsPage } from '../BoardsPage';

export const BOARD = 'group:default/payments-board';

/** Set by the test through `jest.mock('@backstage/plugin-permission-react')`. */
export function allow(isAllowed: (permission: string) => boolean): void {
  jest.mocked(usePermission).mockImplementation(({ permission }) => ({
    loading: false,
    allowed: isAllowed(permission.name),
  }));
}

function Address() {
  const { pathname, search } = useLocation();
  return <output aria-label="address">{`${pathname}${search}`}</output>;
}

/** Shows the tab at a path below it, as a member of the board who may do everything, unless told otherwise. */
export function renderBoards(
  api: FakeAutonomyGovernanceApi,
  options: {
    path?: string;
    isAllowed?: (permission: string) => boolean;
    autonomyApi?: FakeAutonomyApi;
    language?: 'en' | 'de';
  } = {},
) {
  const { autonomyApi = new FakeAutonomyApi(), path = '' } = options;
  const { isAllowed = () => true, language = 'en' } = options;
  allow(isAllowed);
  const captureEvent = jest.fn();
  const post = jest.fn(() => ({ close: () => {} }));
  renderInTestApp(
    <>
      <Address />
      <Routes>
        <Route path="/autonomy/boards/*" element={<BoardsPage />} />
      </Routes>
    </>,
    {
      config: {
        app: {
          baseUrl: 'http://localhost',
          extensions: [
            {
              'api:app/app-language': {
                config: {
                  defaultLanguage: language,
                  availableLanguages: ['en', 'de'],
                },
              },
            },
          ],
        },
        backend: { baseUrl: 'http://localhost' },
      },
      apis: [
        [autonomyGovernanceApiRef, api],
        [autonomyApiRef, autonomyApi],
        [analyticsApiRef, { captureEvent }],
        [toastApiRef, { post }],
        mockApis.identity({
          userEntityRef: 'user:default/guest',
          ownershipEntityRefs: ['user:default/guest', BOARD],
        }),
        catalogApiMock({
          entities: [
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Domain',
              metadata: {
                name: 'payments',
                namespace: 'default',
                title: 'Payments',
                annotations: { 'autonomy/board': BOARD },
              },
            },
          ],
        }),
      ],
      mountedRoutes: {
        '/autonomy': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      initialRouteEntries: [`/autonomy/boards${path}`],
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
