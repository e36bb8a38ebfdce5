import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import {
  createEntitySummary,
  createEvaluation,
  FakeAutonomyApi,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { useLocation } from 'react-router-dom';
import { rootRouteRef } from '../../../routes';
import { EntitiesOverview } from '../EntitiesOverview';

function Address() {
  return <output>{useLocation().search}</output>;
}

function summaries(count: number) {
  return Array.from({ length: count }, (_, index) =>
    createEntitySummary(undefined, {
      entityRef: `component:default/service-${index}`,
      name: `service-${index}`,
      title: undefined,
      tier: 1,
      isStale: false,
      surplus: undefined,
      deficit: 1,
      level: index % 2 === 0 ? 1 : 3,
      levelTitle: index % 2 === 0 ? 'Foundations' : 'Expanded autonomy',
    }),
  );
}

export interface SetUpOptions {
  count?: number;
  search?: string;
  /** What the reader owns by. */
  ownRefs?: string[];
}

/** The page over services of one team, of which every other is on level 1. */
export function setUpOverview(options: SetUpOptions = {}) {
  const api = new FakeAutonomyApi({
    evaluations: [createEvaluation()],
    summaries: summaries(options.count ?? 3),
  });
  const listEntities = jest.spyOn(api, 'listEntities');
  const analytics = mockApis.analytics();
  const render = () => {
    renderInTestApp(
      <>
        <EntitiesOverview />
        <Address />
      </>,
      {
        apis: [
          [autonomyApiRef, api],
          mockApis.identity({ ownershipEntityRefs: options.ownRefs ?? [] }),
          analytics,
          catalogApiMock({
            entities: [
              {
                apiVersion: 'backstage.io/v1alpha1',
                kind: 'Group',
                metadata: { name: 'board', namespace: 'default' },
                spec: { profile: { displayName: 'Technology Board' } },
              },
              {
                apiVersion: 'backstage.io/v1alpha1',
                kind: 'Domain',
                metadata: { name: 'payments', namespace: 'default' },
                relations: [
                  { type: 'ownedBy', targetRef: 'group:default/board' },
                ],
              },
            ],
          }),
        ],
        mountedRoutes: {
          '/autonomy': rootRouteRef,
          '/catalog/:namespace/:kind/:name': entityRouteRef,
        },
        initialRouteEntries: [`/${options.search ?? ''}`],
      },
    );
  };
  const events = (): { action: string; subject: string }[] =>
    analytics.getEvents();
  return { api, events, listEntities, render };
}

/** The table of entities, once it is there. */
export const findTable = () =>
  screen.findByRole('table', { name: 'Entities and their autonomy' });
