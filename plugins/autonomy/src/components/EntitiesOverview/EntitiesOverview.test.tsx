import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { findTable, setUpOverview } from './__testUtils__/setUpOverview';

describe('EntitiesOverview', () => {
  it('shows each entity with a link to its page', async () => {
    setUpOverview().render();

    const rows = within(await findTable()).getAllByRole('row');
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
    const { listEntities, render } = setUpOverview({
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
    const { listEntities, render } = setUpOverview();
    render();
    await findTable();

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
    const { listEntities, render } = setUpOverview();
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
    const { listEntities, render } = setUpOverview();
    render();
    await findTable();

    await user.click(screen.getByRole('textbox', { name: 'Domain' }));
    await user.click(await screen.findByRole('option', { name: 'payments' }));

    await screen.findByText('?domain=domain%3Adefault%2Fpayments');
    expect(listEntities).toHaveBeenLastCalledWith(
      expect.objectContaining({ domain: ['domain:default/payments'] }),
    );
  });

  it('offers owners by the name they have elsewhere', async () => {
    const user = userEvent.setup();
    setUpOverview().render();
    await findTable();

    await user.click(screen.getByRole('textbox', { name: 'Owner' }));

    expect(
      await screen.findByRole('option', { name: 'Technology Board' }),
    ).toBeVisible();
  });

  it('lets the server sort', async () => {
    const { listEntities, render } = setUpOverview();
    render();
    await findTable();

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
    const { listEntities, render } = setUpOverview({ count: 25 });
    render();
    await findTable();

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
    setUpOverview({ count: 0 }).render();
    expect(
      await screen.findByText('No entity has been evaluated yet'),
    ).toBeVisible();
  });

  it('says when nothing matches', async () => {
    setUpOverview({ search: '?text=zzz' }).render();
    expect(
      await screen.findByText('Nothing matches these filters'),
    ).toBeVisible();
  });

  it('waits with a skeleton', async () => {
    const { listEntities, render } = setUpOverview();
    listEntities.mockReturnValue(new Promise(() => {}));
    render();

    expect(
      await screen.findByRole('status', { name: 'Loading entities' }),
    ).toBeVisible();
  });

  it('offers to try again after an error', async () => {
    const { listEntities, render } = setUpOverview();
    listEntities.mockRejectedValueOnce(new Error('no route'));
    render();

    expect(await screen.findByRole('alert')).toHaveTextContent('no route');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await findTable()).toBeVisible();
  });

  it('says when it is not permitted', async () => {
    const { listEntities, render } = setUpOverview();
    listEntities.mockRejectedValue(
      Object.assign(new Error('403'), { statusCode: 403 }),
    );
    render();

    expect(await screen.findByText('Not permitted')).toBeVisible();
  });
});
