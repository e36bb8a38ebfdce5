import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import {
  createNeed,
  createNeeds,
  FakeAutonomyApi,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import {
  createExtensionTester,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { homePageWidgetDataRef } from '@backstage/plugin-home-react/alpha';
import { screen } from '@testing-library/react';
import { cloneElement } from 'react';
import { needsWidget } from './home';

describe('needsWidget', () => {
  it('is one card, which takes its settings from the page', async () => {
    const widget = createExtensionTester(needsWidget).get(
      homePageWidgetDataRef,
    );
    const items = [1, 2, 3].map(number =>
      createNeed({ kind: 'incident-review', subject: `incident ${number}` }),
    );
    renderInTestApp(cloneElement(widget.component, { limit: 2 }), {
      apis: [
        [autonomyApiRef, new FakeAutonomyApi({ needs: createNeeds(items) })],
        catalogApiMock(),
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    });

    expect(widget.name).toBe('AutonomyNeeds');
    expect(await screen.findAllByRole('listitem')).toHaveLength(2);
    expect(screen.getAllByText('What needs me')).toHaveLength(1);
  });
});
