import { Table } from '@backstage/core-components';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { autonomyApiRef } from '../api';
import { createEntitySummary, FakeAutonomyApi } from '../testUtils';
import { autonomyCatalogColumn } from './autonomyCatalogColumn';

const rows = Array.from({ length: 20 }, (_, index) => ({
  entity: {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: `service-${index}`, namespace: 'default' },
  },
}));

/** Everything but the last one is evaluated. */
const summaries = rows.slice(0, -1).map(({ entity }, index) =>
  createEntitySummary(undefined, {
    entityRef: `component:default/${entity.metadata.name}`,
    level: 2,
    levelTitle: 'Low-risk autonomy',
    guardrailStatus: index === 0 ? 'breached' : 'ok',
    guardrailsBreached: index === 0 ? 3 : 0,
  }),
);

function Catalog() {
  const [shown, setShown] = useState(true);
  return (
    <>
      <button onClick={() => setShown(!shown)}>turn</button>
      {shown && (
        <Table
          options={{ paging: false }}
          data={rows}
          columns={[
            { title: 'Name', field: 'entity.metadata.name' },
            autonomyCatalogColumn,
          ]}
        />
      )}
    </>
  );
}

function setup() {
  const api = new FakeAutonomyApi({ summaries });
  const request = jest.spyOn(api, 'getEntitySummaries');
  const render = () =>
    renderInTestApp(<Catalog />, { apis: [[autonomyApiRef, api]] });
  return { render, request };
}

describe('autonomyCatalogColumn', () => {
  it('asks once for twenty rows, and not again when they come back', async () => {
    const { render, request } = setup();
    render();

    expect(
      await screen.findAllByRole('img', { name: 'Level 2: Low-risk autonomy' }),
    ).toHaveLength(19);
    expect(screen.getByText('3 breached')).toBeVisible();
    expect(screen.getAllByText('all hold')).toHaveLength(18);
    expect(
      screen.getByRole('columnheader', { name: 'Autonomy' }),
    ).toBeVisible();

    await userEvent.click(screen.getByRole('button', { name: 'turn' }));
    await userEvent.click(screen.getByRole('button', { name: 'turn' }));
    await screen.findByText('3 breached');
    expect(request.mock.calls.map(([refs]) => refs)).toEqual([
      rows.map(({ entity }) => `component:default/${entity.metadata.name}`),
    ]);
  });

  it('leaves the cell of an entity empty that is not evaluated', async () => {
    setup().render();
    await screen.findByText('3 breached');

    const row = screen.getByRole('row', { name: /service-19/ });
    const [, cell] = within(row).getAllByRole('cell');
    expect(cell).toBeEmptyDOMElement();
  });

  it('says that levels are missing, and asks again for them', async () => {
    const { render, request } = setup();
    request.mockRejectedValueOnce(new Error('broken'));
    render();

    expect(await screen.findAllByText('not loaded')).toHaveLength(20);
    await userEvent.click(screen.getByRole('button', { name: 'turn' }));
    await userEvent.click(screen.getByRole('button', { name: 'turn' }));
    expect(await screen.findByText('3 breached')).toBeVisible();
    expect(request).toHaveBeenCalledTimes(2);
  });

  it('asks anew for what it has known for long', async () => {
    const { render, request } = setup();
    const clock = jest.spyOn(Date, 'now');
    clock.mockReturnValue(1_000_000);
    render();
    await screen.findByText('3 breached');

    clock.mockReturnValue(1_031_000);
    await userEvent.click(screen.getByRole('button', { name: 'turn' }));
    await userEvent.click(screen.getByRole('button', { name: 'turn' }));
    await screen.findByText('3 breached');
    clock.mockRestore();
    expect(request).toHaveBeenCalledTimes(2);
  });
});
