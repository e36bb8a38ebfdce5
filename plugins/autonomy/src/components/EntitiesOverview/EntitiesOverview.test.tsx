import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import {
  createEntitySummary,
  FakeAutonomyApi,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { EntitiesOverview } from './EntitiesOverview';

function Address() {
  return <output>{useLocation().search}</output>;
}

function summaries(count: number) {
  return Array.from({ length: count }, (_, index) =>
    createEntitySummary(undefined, {
      entityRef: `component:default/service-${index}`,
      name: `service-${index}`,
      title: undefined,
      level: index % 2 === 0 ? 1 : 3,
      levelTitle: index % 2 === 0 ? 'Foundations' : 'Expanded autonomy',
    }),
  );
}

function setup(options: { count?: number; search?: string } = {}) {
  const api = new FakeAutonomyApi({ summaries: summaries(options.count ?? 3) });
  const listEntities = jest.spyOn(api, 'listEntities');
  const render = () =>
    renderInTestApp(
      <>
        <EntitiesOverview />
        <Address />
      </>,
      {
        apis: [
          [autonomyApiRef, api],
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
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
        initialRouteEntries: [`/${options.search ?? ''}`],
      },
    );
  return { listEntities, render };
}

const table = () =>
  screen.findByRole('table', { name: 'Entities and their autonomy' });

describe('EntitiesOverview', () => {
  it('shows each entity with a link to its page', async () => {
    setup().render();

    const rows = within(await table()).getAllByRole('row');
    expect(rows).toHaveLength(4);
    expect(rows[1]).toHaveTextContent('Foundations');
    expect(rows[1]).toHaveTextContent('1 breached');
    expect(rows[1]).toHaveTextContent('81 · minor gaps');
    expect(
      within(rows[1]).getByRole('link', { name: 'service-0' }),
    ).toHaveAttribute('href', '/catalog/default/component/service-0');
    expect(screen.getByText('3 entities')).toBeVisible();
  });

  it('asks the server what the address says', async () => {
    const { listEntities, render } = setup({
      search: '?level=3&text=service&minReadiness=40&level=nonsense',
    });
    render();

    expect(await screen.findByText('1 entity')).toBeVisible();
    expect(listEntities).toHaveBeenLastCalledWith(
      expect.objectContaining({
        level: [3],
        text: 'service',
        minReadiness: 40,
      }),
    );
    expect(screen.getByRole('searchbox', { name: 'Name' })).toHaveValue(
      'service',
    );
  });

  it('filters, keeps it in the address, and clears it', async () => {
    const user = userEvent.setup();
    const { listEntities, render } = setup();
    render();
    await table();

    await user.click(screen.getByRole('textbox', { name: 'Level' }));
    await user.click(
      await screen.findByRole('option', { name: '1 · Foundations' }),
    );

    expect(await screen.findByText('2 entities')).toBeVisible();
    expect(screen.getByText('?level=1')).toBeInTheDocument();

    await user.click(screen.getByRole('button', { name: 'Clear filters' }));

    expect(await screen.findByText('3 entities')).toBeVisible();
    expect(listEntities.mock.lastCall?.[0]?.level).toBeUndefined();
  });

  it('searches for a text once the reader pauses', async () => {
    const { listEntities, render } = setup();
    render();

    await userEvent.type(
      await screen.findByRole('searchbox', { name: 'Name' }),
      'service-1',
    );

    expect(await screen.findByText('1 entity')).toBeVisible();
    expect(listEntities).toHaveBeenCalledTimes(2);
  });

  it('offers the domains of the catalog', async () => {
    const user = userEvent.setup();
    const { listEntities, render } = setup();
    render();
    await table();

    await user.click(screen.getByRole('textbox', { name: 'Domain' }));
    await user.click(await screen.findByRole('option', { name: 'payments' }));

    await screen.findByText('?domain=domain:default/payments', {
      normalizer: decodeURIComponent,
    });
    expect(listEntities).toHaveBeenLastCalledWith(
      expect.objectContaining({ domain: ['domain:default/payments'] }),
    );
  });

  it('offers owners by the name they have elsewhere', async () => {
    const user = userEvent.setup();
    setup().render();
    await table();

    await user.click(screen.getByRole('textbox', { name: 'Owner' }));

    expect(
      await screen.findByRole('option', { name: 'Technology Board' }),
    ).toBeVisible();
  });

  it('lets the server sort', async () => {
    const { listEntities, render } = setup();
    render();
    await table();

    await userEvent.click(screen.getByRole('button', { name: 'Level' }));
    expect(
      await screen.findByRole('columnheader', { name: 'Level' }),
    ).toHaveAttribute('aria-sort', 'ascending');
    await userEvent.click(screen.getByRole('button', { name: 'Level' }));

    expect(
      await screen.findByRole('columnheader', { name: 'Level' }),
    ).toHaveAttribute('aria-sort', 'descending');
    expect(listEntities).toHaveBeenLastCalledWith(
      expect.objectContaining({ orderBy: 'level', order: 'desc' }),
    );
  });

  it('pages, and returns to the first page when the query changes', async () => {
    const { listEntities, render } = setup({ count: 25 });
    render();
    await table();

    const below = within(
      screen.getByRole('navigation', { name: 'Pages, below the table' }),
    );
    await userEvent.click(below.getByRole('button', { name: 'Next page' }));
    await screen.findByText('?cursor=20');
    expect(below.getByRole('button', { name: 'Next page' })).toBeDisabled();

    await userEvent.click(screen.getByRole('button', { name: 'Tier' }));
    await screen.findByText('?orderBy=tier&order=asc');
    expect(listEntities.mock.lastCall?.[0]?.cursor).toBeUndefined();
  });

  it('tells an empty catalog from filters that match nothing', async () => {
    setup({ count: 0 }).render();
    expect(
      await screen.findByText('No entity has been evaluated yet'),
    ).toBeVisible();
  });

  it('says when nothing matches', async () => {
    setup({ search: '?text=zzz' }).render();
    expect(
      await screen.findByText('Nothing matches these filters'),
    ).toBeVisible();
  });

  it('waits with a skeleton', async () => {
    const { listEntities, render } = setup();
    listEntities.mockReturnValue(new Promise(() => {}));
    render();

    expect(
      await screen.findByRole('status', { name: 'Loading entities' }),
    ).toBeVisible();
  });

  it('offers to try again after an error', async () => {
    const { listEntities, render } = setup();
    listEntities.mockRejectedValueOnce(new Error('no route'));
    render();

    expect(await screen.findByRole('alert')).toHaveTextContent('no route');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await table()).toBeVisible();
  });

  it('says when it is not permitted', async () => {
    const { listEntities, render } = setup();
    listEntities.mockRejectedValue(
      Object.assign(new Error('403'), { statusCode: 403 }),
    );
    render();

    expect(await screen.findByText('Not permitted')).toBeVisible();
  });
});
