import type { Needs } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import {
  createNeed,
  createNeeds,
  FakeAutonomyApi,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NeedsWidget } from './NeedsWidget';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PAGE = '/catalog/default/component/payments-api';

function setup(needs: Needs) {
  const api = new FakeAutonomyApi({ needs });
  const getNeeds = jest.spyOn(api, 'getNeeds');
  const render = () =>
    renderInTestApp(<NeedsWidget limit={3} />, {
      apis: [[autonomyApiRef, api], catalogApiMock()],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    });
  return { getNeeds, render };
}

const rowsOf = (part: RegExp) => {
  const heading = screen.getByRole('heading', { name: part });
  const section = heading.parentElement as HTMLElement;
  return within(section)
    .getAllByRole('listitem')
    .map(row => row.textContent);
};

describe('NeedsWidget', () => {
  it('says what is needed, by when and of whom, and leads to where it is done', async () => {
    const now = Date.now();
    setup(
      createNeeds([
        createNeed({
          kind: 'guardrail-breached',
          subject: 'Two reviewers on data exports',
        }),
        createNeed({
          kind: 'exemption-undecided',
          subject: 'Spend within budget',
          entity: {
            entityRef: 'component:default/ledger',
            name: 'ledger',
          },
        }),
        createNeed({
          kind: 'incident-review',
          subject: 'Payments were lost',
          dueAt: now - DAY,
        }),
        createNeed({
          kind: 'level-at-risk',
          level: 3,
          dueAt: now + 3 * DAY - HOUR,
        }),
      ]),
    ).render();

    expect(
      await screen.findByRole('link', {
        name: 'Guardrail breached: Two reviewers on data exports',
      }),
    ).toHaveAttribute('href', `${PAGE}/autonomy#guardrails`);
    expect(
      screen.getByRole('link', {
        name: 'Review the incident: Payments were lost',
      }),
    ).toHaveAttribute('href', `${PAGE}/autonomy#timeline`);
    expect(rowsOf(/As one of the owners \(3\)/)).toEqual([
      'Guardrail breached: Two reviewers on data exportsPayments API',
      expect.stringMatching(
        /^Review the incident: Payments were lostPayments API · overdue since /,
      ),
      'Level 3 at riskPayments API · falls in 3 days',
    ]);
    expect(rowsOf(/As a member of the board \(1\)/)).toEqual([
      'Decide on an exemption: Spend within budgetledger',
    ]);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('leads to what is decided, signed or rated', async () => {
    setup(
      createNeeds([
        createNeed({
          kind: 'proposal-undecided',
          matter: 'grant',
          subject: 'Security',
          ref: 'p1',
        }),
        createNeed({
          kind: 'proposal-undecided',
          matter: 'tier-review',
          ref: 'p2',
        }),
        createNeed({ kind: 'promotion-undecided', level: 3, ref: 'p3' }),
        createNeed({ kind: 'audit-undecided', ref: 'a1' }),
        createNeed({ kind: 'audit-unrated', ref: 'a2' }),
        createNeed({
          kind: 'plan-unsigned',
          subject: 'Rehearse the rollback',
          ref: 'l1',
        }),
      ]),
    ).render();

    await screen.findByRole('link', { name: 'Decide on level 3' });
    const links = screen
      .getAllByRole('link')
      .map(link => [link.textContent, link.getAttribute('href')]);
    expect(links).toEqual(
      expect.arrayContaining([
        ['Decide on level 3', '/autonomy/boards/proposals/p3'],
        ['Rate the areas for the trust audit', '/autonomy/audits/a2'],
        [
          'Sign the recalibration plan: Rehearse the rollback',
          '/autonomy/plans/l1',
        ],
      ]),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Show all 4' }));
    expect(rowsOf(/As a member of the board \(4\)/)).toEqual([
      'Decide on a proposal: Grant, SecurityPayments API',
      'Decide on a proposal: Tier reviewPayments API',
      'Decide on level 3Payments API',
      'Rate or settle the trust auditPayments API',
    ]);
    expect(rowsOf(/As one of the owners \(2\)/)).toHaveLength(2);
  });

  it('folds what is less urgent, and says how many are left out', async () => {
    const items = Array.from({ length: 50 }, (_, index) =>
      createNeed({ kind: 'guardrail-at-risk', subject: `guardrail ${index}` }),
    );
    const counts = { 'guardrail-at-risk': 73 };
    setup(createNeeds(items, { counts })).render();

    await screen.findByRole('heading', { name: /\(73\)/ });
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
    await userEvent.click(screen.getByRole('button', { name: 'Show all 50' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(50);
    expect(
      screen.getByText('The 50 most urgent of 73 are shown.'),
    ).toBeVisible();
  });

  it.each([
    [{ owned: 4, boards: 0 }, /^The 4 services that you own hold/],
    [{ owned: 1, boards: 2 }, /^The service that you own holds/],
    [{ owned: 0, boards: 1 }, /^Nothing waits for a decision/],
    [{ owned: 0, boards: 0 }, /^Your groups own no service/],
  ])('is glad when nothing is needed: %j', async (involved, words) => {
    setup(createNeeds([], involved)).render();

    expect(await screen.findByText(words)).toBeVisible();
  });

  it('asks again when the reader comes back, and after a failure', async () => {
    const { getNeeds, render } = setup(createNeeds([]));
    getNeeds.mockRejectedValueOnce(new Error('broken'));
    render();

    expect(await screen.findByText('broken')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText('Nothing needs you right now');

    getNeeds.mockResolvedValueOnce(
      createNeeds([createNeed({ kind: 'next-level', level: 4, open: 2 })]),
    );
    fireEvent.focus(window);
    expect(
      await screen.findByRole('link', { name: 'Close to level 4' }),
    ).toBeVisible();
    expect(screen.getByText(/2 requirements open/)).toBeVisible();
  });
});
