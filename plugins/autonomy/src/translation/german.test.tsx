import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import {
  createEvaluation,
  FakeAutonomyApi,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EntityAutonomyCard } from '../components/EntityAutonomyCard';

const inGerman = {
  app: {
    baseUrl: 'http://localhost',
    extensions: [
      {
        'api:app/app-language': {
          config: { defaultLanguage: 'de', availableLanguages: ['en', 'de'] },
        },
      },
    ],
  },
  backend: { baseUrl: 'http://localhost' },
};

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments-api', namespace: 'default' },
};

describe('the card in an app that speaks German', () => {
  afterEach(() => localStorage.clear());

  it('says level, next step and reasons in whole sentences', async () => {
    const api = new FakeAutonomyApi({ evaluations: [createEvaluation()] });
    renderInTestApp(
      <EntityProvider entity={entity}>
        <EntityAutonomyCard />
      </EntityProvider>,
      {
        apis: [[autonomyApiRef, api], catalogApiMock()],
        config: inGerman,
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );

    expect(
      await screen.findByText(
        'Bis Stufe 4: 3 Kriterien, 1 Ausnahme und 90 Tage',
      ),
    ).toBeVisible();
    expect(screen.getByText('81 · kleine Lücken')).toBeVisible();

    await userEvent.click(
      screen.getByRole('button', {
        name: 'Warum „Gegenprüfung“ in Deployment?',
      }),
    );

    expect(
      screen.getByText(
        'Stufe 3 erlaubt „Mitteilung“; Vertrauen 0,39 von 0,75 erlaubt „Gegenprüfung“; Rechenschaft 0,84 erlaubt „Entscheidung“. Das niedrigste Recht gilt.',
      ),
    ).toBeVisible();
    expect(
      screen.getByText(
        /^Vorfall vom .* \(Schwere: kritisch, Tragweite: mittel\): 0,75/,
      ),
    ).toBeVisible();
  });
});
