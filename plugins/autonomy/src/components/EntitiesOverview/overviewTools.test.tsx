import { createEntitySummary } from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { findTable, setUpOverview } from './__testUtils__/setUpOverview';
import { saveFile } from './saveFile';

jest.mock('./saveFile');

describe('EntitiesOverview', () => {
  describe('mine and all', () => {
    const TEAM = 'group:default/payments-team';

    it('opens at what the reader owns, and keeps it while they filter', async () => {
      const user = userEvent.setup();
      const { listEntities, render } = setUpOverview({
        ownRefs: [TEAM, 'user:default/dana'],
      });
      render();

      expect(await screen.findByText('3 entities')).toBeVisible();
      expect(screen.getByRole('button', { name: 'Mine' })).toHaveAttribute(
        'aria-pressed',
        'true',
      );
      expect(listEntities.mock.lastCall?.[0]).toMatchObject({
        owner: [TEAM, 'user:default/dana'],
      });
      expect(listEntities.mock.lastCall?.[0]).not.toHaveProperty('view');

      await user.click(screen.getByRole('button', { name: 'Tier' }));
      await screen.findByText('?view=mine&orderBy=tier&order=asc');

      await user.click(screen.getByRole('button', { name: 'All' }));
      await screen.findByText('?view=all&orderBy=tier&order=asc');
      expect(listEntities.mock.lastCall?.[0]?.owner).toBeUndefined();
    });

    it('shows all to whoever owns nothing', async () => {
      setUpOverview({ ownRefs: ['group:default/board'] }).render();

      expect(await screen.findByText('3 entities')).toBeVisible();
      expect(screen.getByRole('button', { name: 'All' })).toHaveAttribute(
        'aria-pressed',
        'true',
      );
    });

    it('says so when they asked for theirs and own nothing', async () => {
      setUpOverview({
        ownRefs: ['group:default/board'],
        search: '?view=mine',
      }).render();

      expect(
        await screen.findByText('Nothing in scope is yours'),
      ).toBeVisible();
      await userEvent.click(
        screen.getByRole('button', { name: 'Show all entities' }),
      );
      expect(await screen.findByText('3 entities')).toBeVisible();
    });

    it('follows an owner in the address rather than the reader', async () => {
      const { listEntities, render } = setUpOverview({
        ownRefs: ['group:default/board'],
        search: `?view=mine&owner=${TEAM}`,
      });
      render();

      expect(await screen.findByText('3 entities')).toBeVisible();
      expect(listEntities.mock.lastCall?.[0]?.owner).toEqual([TEAM]);
    });

    it('has no choice for whoever is nobody', async () => {
      setUpOverview().render();

      expect(await screen.findByText('3 entities')).toBeVisible();
      expect(
        screen.queryByRole('button', { name: 'Mine' }),
      ).not.toBeInTheDocument();
    });
  });

  it('shows filters that links bring, to be taken away', async () => {
    const { listEntities, render } = setUpOverview({
      search:
        '?stale=false&mismatch=deficit&guardrail=rollback-tested&guardrailState=at-risk&readinessItem=docs',
    });
    render();

    const chips = within(
      await screen.findByRole('list', { name: 'More filters' }),
    );
    expect(
      await chips.findByText(
        'Guardrail “Rollback tested within 90 days”: at risk',
      ),
    ).toBeVisible();
    expect(chips.getByText('No stale evidence')).toBeVisible();
    expect(chips.getByText('Readiness “docs”: a gap')).toBeVisible();

    await userEvent.click(
      chips.getByRole('button', {
        name: 'Remove the filter Decides less than recommended',
      }),
    );
    await userEvent.click(
      chips.getByRole('button', { name: /^Remove the filter Guardrail/ }),
    );

    await screen.findByText('?stale=false&readinessItem=docs');
    expect(listEntities).toHaveBeenLastCalledWith(
      expect.objectContaining({ stale: false, mismatch: undefined }),
    );
  });

  it('counts what is listed, and narrows the list to a part', async () => {
    const { api, render } = setUpOverview({ search: '?tier=1' });
    const summarizeEntities = jest.spyOn(api, 'summarizeEntities');
    render();

    const levels = within(
      await screen.findByRole('list', { name: 'By level' }),
    );
    expect(await levels.findByText('2 (67%)')).toBeVisible();
    expect(summarizeEntities).toHaveBeenCalledWith(
      expect.objectContaining({ tier: [1] }),
    );

    await userEvent.click(
      await levels.findByRole('link', {
        name: '3 · Expanded autonomy with feedback loops',
      }),
    );

    expect(await screen.findByText('1 entity')).toBeVisible();
    await screen.findByText('?view=all&level=3&tier=1');
  });

  it('says why it does not count', async () => {
    const { api, render } = setUpOverview();
    jest.spyOn(api, 'summarizeEntities').mockResolvedValue({
      groupBy: 'domain',
      isWithheld: true,
      groups: [],
      trend: 'withheld',
    });
    render();

    expect(
      await screen.findByText(/^How they are distributed cannot be told/),
    ).toBeVisible();
  });

  it('saves the whole list, and says that it did', async () => {
    const { api, events, render } = setUpOverview({
      count: 25,
      search: '?view=all&level=1&cursor=0',
    });
    const exportEntities = jest.spyOn(api, 'exportEntities');
    render();
    await findTable();

    await userEvent.click(screen.getByRole('button', { name: 'Download CSV' }));

    expect(exportEntities.mock.lastCall?.[0]).toMatchObject({ level: [1] });
    expect(exportEntities.mock.lastCall?.[0]).not.toHaveProperty('cursor');
    expect(saveFile).toHaveBeenCalledWith(expect.any(Blob), 'autonomy.csv');
    expect(events()).toContainEqual(
      expect.objectContaining({ action: 'export', subject: 'entities' }),
    );
  });

  it('says why nothing was saved', async () => {
    const { api, render } = setUpOverview();
    jest.spyOn(api, 'exportEntities').mockRejectedValue(new Error('no route'));
    render();
    await findTable();

    await userEvent.click(screen.getByRole('button', { name: 'Download CSV' }));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The file could not be made: no route',
    );
  });

  it('marks where a team decides more or less than is recommended', async () => {
    const { api, render } = setUpOverview({ count: 1 });
    jest.spyOn(api, 'listEntities').mockResolvedValue({
      items: [
        createEntitySummary(undefined, { surplus: undefined, deficit: 2 }),
      ],
      totalItems: 1,
      pageInfo: {},
    });
    render();

    const cells = within(await findTable()).getAllByRole('cell');
    expect(cells.at(-1)).toHaveTextContent(/^deficit$/);
  });
});
