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
import type { ReactElement } from 'react';
import { Route, Routes, useLocation } from 'react-router-dom';
import { rootRouteRef } from '../../../routes';
import { OWNER } from './renderActions';

function Address() {
  const { pathname, search } = useLocation();
  return <output aria-label="address">{`${pathname}${search}`}</output>;
}

const domain = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Domain',
  metadata: { name: 'payments', namespace: 'default', title: 'Payments' },
};
const enablers = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'enablers', namespace: 'default', title: 'Enablers' },
};

/** Renders a tab of the page, or anything else, as one of the owners who may do everything unless told otherwise. */
export function renderGovernance(
  element: ReactElement,
  options: {
    governance: FakeAutonomyGovernanceApi;
    api?: FakeAutonomyApi;
    /** Below `/autonomy`, e.g. `/plans/PLAN-12`. */
    path?: string;
    belongsTo?: string[];
    isAllowed?: (permission: string) => boolean;
  },
) {
  const { api = new FakeAutonomyApi(), governance, path = '/tab' } = options;
  const { belongsTo = [OWNER], isAllowed = () => true } = options;
  const captureEvent = jest.fn();
  const post = jest.fn((_: { title: string }) => ({ close: () => {} }));
  const [tab] = path.slice(1).split(/[/?]/);
  renderInTestApp(
    <>
      <Routes>
        <Route path={`/autonomy/${tab}/*`} element={element} />
        <Route path="*" element={<></>} />
      </Routes>
      <Address />
    </>,
    {
      apis: [
        [autonomyApiRef, api],
        [autonomyGovernanceApiRef, governance],
        [analyticsApiRef, { captureEvent }],
        [toastApiRef, { post }],
        mockApis.identity({
          userEntityRef: 'user:default/guest',
          ownershipEntityRefs: ['user:default/guest', ...belongsTo],
        }),
        mockApis.permission({
          authorize: (({ permission }: { permission: { name: string } }) =>
            isAllowed(permission.name) ? 'ALLOW' : 'DENY') as any,
        }),
        catalogApiMock({ entities: [domain, enablers] }),
      ],
      mountedRoutes: {
        '/autonomy': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      initialRouteEntries: [`/autonomy${path}`],
    },
  );
  return {
    verbs: () => captureEvent.mock.calls.map(([{ action }]) => action),
    toasts: () => post.mock.calls.map(([{ title }]) => title),
  };
}
