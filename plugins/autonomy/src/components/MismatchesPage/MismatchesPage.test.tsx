import type { Mismatch } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  createMismatch,
  FakeAutonomyGovernanceApi,
  type FakeAutonomyGovernanceApiOptions,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { renderGovernance } from '../actions/__testUtils__/renderGovernance';
import { MismatchesPage } from './MismatchesPage';

const SURPLUS = createMismatch();
const DEFICIT = createMismatch({
  entityRef: 'component:default/wiki',
  entityTitle: 'Wiki',
  area: 'tooling',
  areaTitle: 'Tooling',
  consequence: 'low',
  actual: 2,
  recommended: 4,
  source: 'agreed',
  priority: 8,
  tier: 4,
});

function setup(
  options: FakeAutonomyGovernanceApiOptions = {},
  search = '',
): FakeAutonomyGovernanceApi {
  const governance = new FakeAutonomyGovernanceApi({
    mismatches: [SURPLUS, DEFICIT],
    ...options,
  });
  jest.spyOn(governance, 'getRiskMatrix');
  jest.spyOn(governance, 'listMismatches');
  renderGovernance(<MismatchesPage />, {
    governance,
    path: `/mismatches${search}`,
  });
  return governance;
}

const cells = (row: HTMLElement) =>
  [...row.querySelectorAll('td, th')].map(cell => cell.textContent);

describe('MismatchesPage', () => {
  it('says who decides more and who less than the record supports, and why it is urgent', async () => {
    setup();

    const more = await screen.findByRole('table', {
      name: 'More than the record supports',
    });
    const [, surplus] = within(more).getAllByRole('row');
    expect(cells(surplus)).toEqual([
      'Payments APIpayments-team',
      'Deploymentconsequence high',
      'decideby its own account',
      'consult',
      ' 3 steps more',
      '0.41',
      '1 · critical',
      '36',
    ]);
    expect(
      within(surplus).getByRole('link', { name: 'Payments API' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/payments-api/autonomy?area=deployment#rights',
    );
    const less = screen.getByRole('table', {
      name: 'Less than the record supports',
    });
    expect(cells(within(less).getAllByRole('row')[1])).toEqual(
      expect.arrayContaining(['inform', ' 2 steps less']),
    );
  });

  it('counts areas by consequence and right, the gravest first', async () => {
    setup();

    const table = await screen.findByRole('table', {
      name: 'Areas by consequence and right',
    });
    const rows = within(table).getAllByRole('row');
    expect(rows.map(row => row.querySelector('th')?.textContent)).toEqual([
      'Consequence',
      'critical',
      'high',
      'medium',
      'low',
    ]);
    expect(
      within(rows[0])
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent),
    ).toContain('5 · decidedecide alone');
    expect(
      within(rows[2]).getByRole('link', {
        name: 'Consequence high, decide: 1 area, 1 surplus, and 0 deficit',
      }),
    ).toHaveTextContent('1 area 1 surplus');
    expect(within(rows[1]).queryByRole('link')).not.toBeInTheDocument();
  });

  it('narrows the lists to a cell, and back', async () => {
    const governance = setup({}, '?owner=group%3Adefault%2Fpayments-team');
    const cell = await screen.findByRole('link', { name: /^Consequence low/ });

    fireEvent.click(cell);

    expect(await screen.findByLabelText('address')).toHaveTextContent(
      '?owner=group%3Adefault%2Fpayments-team&consequence=low&right=2',
    );
    expect(
      await screen.findByText(
        /The lists show consequence low and right consult alone\./,
      ),
    ).toBeVisible();
    await waitFor(() =>
      expect(governance.listMismatches).toHaveBeenLastCalledWith(
        expect.objectContaining({
          kind: 'deficit',
          consequence: ['low'],
          right: [2],
          owner: ['group:default/payments-team'],
        }),
      ),
    );
    expect(cell).toHaveAttribute('aria-current', 'true');
    // The matrix stays whole, so it is not asked for again.
    expect(governance.getRiskMatrix).toHaveBeenCalledTimes(1);
    expect(
      await screen.findByText('Nothing matches these filters'),
    ).toBeVisible();

    fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
    expect(
      await screen.findByRole('link', { name: 'Payments API' }),
    ).toBeVisible();
  });

  it('reads on page by page', async () => {
    const many: Mismatch[] = Array.from({ length: 25 }, (_, index) =>
      createMismatch({
        entityRef: `component:default/service-${index}`,
        entityTitle: `Service ${index}`,
        priority: 100 - index,
      }),
    );
    setup({ mismatches: many });
    const table = await screen.findByRole('table', { name: /^More than/ });
    expect(within(table).getAllByRole('row')).toHaveLength(21);

    fireEvent.click(
      screen.getByRole('button', {
        name: 'Show more: More than the record supports',
      }),
    );

    await waitFor(() =>
      expect(within(table).getAllByRole('row')).toHaveLength(26),
    );
    expect(screen.getByText('No deficit')).toBeVisible();
  });

  it('says what is withheld, what is empty, and what went wrong', async () => {
    const governance = setup({
      mismatches: [],
      matrix: { isWithheld: true, cells: [] },
    });
    expect(await screen.findByText('Not counted')).toBeVisible();
    expect(await screen.findByText('No surplus')).toBeVisible();

    jest
      .mocked(governance.listMismatches)
      .mockRejectedValueOnce(new Error('The database is away'));
    jest
      .mocked(governance.getRiskMatrix)
      .mockRejectedValueOnce(
        Object.assign(new Error('no'), { statusCode: 403 }),
      );
    renderGovernance(<MismatchesPage />, { governance, path: '/again' });
    expect(await screen.findByText('Not permitted')).toBeVisible();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is away',
    );
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() =>
      expect(screen.queryByRole('alert')).not.toBeInTheDocument(),
    );
  });
});
