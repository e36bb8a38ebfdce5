import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import {
  createEvaluation,
  FakeAutonomyApi,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import {
  createExtensionTester,
  mockApis,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import autonomyPlugin from '../index';
import { entityAutonomyContent } from './entityContents';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments-api', namespace: 'default' },
  spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
};

describe('entityAutonomyContent', () => {
  it('is a tab of components, unless configured otherwise', () => {
    const { title, filterFunction } = EntityContentBlueprint.dataRefs;
    const tab = createExtensionTester(entityAutonomyContent);
    expect(tab.get(title)).toBe('Autonomy');
    expect(tab.get(filterFunction)?.(entity)).toBe(true);
    expect(tab.get(filterFunction)?.({ ...entity, kind: 'Group' })).toBe(false);

    const configured = createExtensionTester(entityAutonomyContent, {
      config: { title: 'Decisions', filter: { kind: 'resource' } },
    });
    expect(configured.get(title)).toBe('Decisions');
    expect(configured.get(filterFunction)?.(entity)).toBe(false);
  });

  it('is where the card says that everything is', async () => {
    renderTestApp({
      features: [autonomyPlugin, catalogPlugin],
      apis: [
        [
          autonomyApiRef,
          new FakeAutonomyApi({ evaluations: [createEvaluation()] }),
        ],
        catalogApiMock({ entities: [entity] }),
        mockApis.permission(),
      ],
      initialRouteEntries: ['/catalog/default/component/payments-api'],
    });

    await userEvent.click(
      await screen.findByRole('link', { name: 'Everything about it' }),
    );

    expect(
      await screen.findByRole('heading', { name: 'Autonomy of Payments API' }),
    ).toBeVisible();
  });
});
