import type { Evaluation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyApiRef,
  autonomyGovernanceApiRef,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import {
  createEvaluation,
  FakeAutonomyGovernanceApi,
  type FakeAutonomyApi,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { analyticsApiRef, toastApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { ReactElement } from 'react';

export const OWNER = 'group:default/payments-team';
export const BOARD = 'group:default/payments-board';

/** What no link may lead to. */
export const SCRIPT = ['javascript', 'alert(1)'].join(':');

let evaluations = 0;

/** An evaluation of a service of its own: what is permitted is remembered by entity. */
export function anEvaluation(overrides: Partial<Evaluation> = {}): Evaluation {
  evaluations += 1;
  const evaluation = createEvaluation(overrides);
  const name = `payments-api-${evaluations}`;
  return {
    ...evaluation,
    entity: {
      ...evaluation.entity,
      name,
      entityRef: `component:default/${name}`,
      boardRef: BOARD,
    },
  };
}

export interface RenderedActions {
  /** The verbs that were counted. */
  verbs: () => string[];
  /** What was said in passing. */
  toasts: () => string[];
  rerender: (element: ReactElement) => void;
  unmount: () => void;
}

/** Renders as somebody who belongs to the owners and may do everything, unless told otherwise. */
export function renderActions(
  element: ReactElement,
  options: {
    api: FakeAutonomyApi;
    governance?: FakeAutonomyGovernanceApi;
    belongsTo?: string[];
    isAllowed?: (permission: string) => boolean;
    components?: string[];
  },
): RenderedActions {
  const { api, belongsTo = [OWNER], components = [] } = options;
  const { governance = new FakeAutonomyGovernanceApi() } = options;
  const { isAllowed = () => true } = options;
  const captureEvent = jest.fn();
  const post = jest.fn(() => ({ close: () => {} }));
  const { rerender, unmount } = renderInTestApp(element, {
    config: {
      app: { baseUrl: 'http://localhost:3000' },
      backend: { baseUrl: 'http://localhost:7007' },
      permission: { enabled: true },
    },
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
      catalogApiMock({
        entities: components.map(name => ({
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name, namespace: 'default' },
        })),
      }),
    ],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
  return {
    rerender,
    unmount,
    verbs: () => captureEvent.mock.calls.map(([{ action }]) => action),
    toasts: () => (post.mock.calls as any[][]).map(([{ title }]) => title),
  };
}

/** An error as the client throws it: what the backend said is the cause. */
export function refusal(message: string): Error {
  return Object.assign(new Error('Request failed with 409 Conflict'), {
    cause: new Error(message),
  });
}
