import type { PolicyChange } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PolicyChanges } from './PolicyChanges';

function show(changes: PolicyChange[]) {
  renderInTestApp(<PolicyChanges changes={changes} />, {
    apis: [catalogApiMock()],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
}

async function lines(): Promise<(string | undefined)[]> {
  const items = await screen.findAllByRole('listitem');
  return items.map(({ textContent }) => textContent?.trim());
}

describe('PolicyChanges', () => {
  it('says of each whether it asks for more, of what, and what it becomes', async () => {
    show([
      {
        subject: 'policy',
        change: 'changed',
        field: 'levels.3.minReadiness',
        from: 65,
        to: 70,
        effect: 'tightens',
      },
      {
        subject: 'policy',
        change: 'changed',
        field: 'trust.repeatCap',
        from: 5,
        to: 4,
        effect: 'loosens',
      },
      {
        subject: 'check',
        change: 'added',
        role: 'guardrails',
        id: 'own',
        effect: 'tightens',
        domain: 'domain:default/payments',
      },
      {
        subject: 'check',
        change: 'changed',
        role: 'guardrails',
        id: 'own',
        field: 'areas',
        from: ['budget'],
        to: ['budget', 'security'],
      },
      {
        subject: 'check',
        change: 'changed',
        id: 'own',
        field: 'mandatory',
        to: true,
        effect: 'tightens',
      },
      {
        subject: 'scorecard',
        change: 'changed',
        id: 'ours',
        field: 'filter',
        from: { 'spec.type': 'service' },
      },
      { subject: 'scorecard', change: 'removed', id: 'old', role: 'levels' },
    ]);

    expect(await lines()).toEqual([
      'tightens least readiness of level 3: 65 becomes 70',
      'loosens trust.repeatCap: 5 becomes 4',
      'tightens check own is new (Guardrails) (only in payments)',
      'changes check own, areas: budget becomes budget, security',
      'tightens check own, whether it is mandatory: now true',
      'changes scorecard ours, filter: no longer {"spec.type":"service"}',
      'changes scorecard old is taken away (Criteria of levels)',
    ]);
  });

  it('shows many on demand, and says where there is none', async () => {
    show(
      Array.from({ length: 45 }, (_, index) => ({
        subject: 'check',
        change: 'removed',
        role: 'readiness',
        id: `check-${index}`,
      })),
    );

    expect(await lines()).toHaveLength(20);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all 45 changes' }),
    );
    expect(await lines()).toHaveLength(45);
  });

  it('says that nothing changes', async () => {
    show([]);

    expect(
      await screen.findByText('It changes nothing of what is in force.'),
    ).toBeVisible();
  });
});
