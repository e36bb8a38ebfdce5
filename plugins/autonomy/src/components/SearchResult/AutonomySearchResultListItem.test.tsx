import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { AutonomySearchResultListItem } from './AutonomySearchResultListItem';

const result = {
  title: 'Payments API',
  text: 'Level 3, guardrails breached',
  location: '/catalog/default/component/payments-api',
  entityRef: 'component:default/payments-api',
  level: 3,
  levelTitle: 'Expanded autonomy',
  guardrailStatus: 'breached',
  readiness: 81,
  readinessBand: 'minor-gaps',
  ownerRef: 'group:default/payments-team',
};

const highlight = {
  preTag: '<b>',
  postTag: '</b>',
  fields: { text: 'Level 3, guardrails <b>breached</b>' },
};

function render(props: object) {
  renderInTestApp(<AutonomySearchResultListItem {...props} />, {
    apis: [catalogApiMock()],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
}

describe('AutonomySearchResultListItem', () => {
  it('shows level, status and owner, and marks what was searched for', async () => {
    render({ result, highlight });

    expect(
      await screen.findByRole('link', { name: 'Payments API' }),
    ).toHaveAttribute('href', result.location);
    expect(screen.getByRole('img', { name: 'Level 3' })).toBeVisible();
    expect(screen.getByText('Expanded autonomy')).toBeVisible();
    expect(screen.getByText('breached', { selector: 'mark' })).toBeVisible();
    expect(screen.getByText('81 · minor gaps')).toBeVisible();
    expect(screen.getByRole('link', { name: /payments-team/ })).toBeVisible();
  });

  it('shows what there is of a document of another make', async () => {
    const { title, text, location } = result;
    render({ result: { title, text, location } });

    expect(await screen.findByText(text)).toBeVisible();
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
  });
});
