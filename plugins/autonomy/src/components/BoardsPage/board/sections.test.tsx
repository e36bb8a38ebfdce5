import type { AuditLogVerification } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  createAudit,
  createAuditLogEntry,
  createBoardDate,
  createBoardStatistics,
  createBoardFinding,
  createExemptionDebt,
  createPlan,
  createProposal,
  FakeAutonomyApi,
  FakeAutonomyGovernanceApi,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { BOARD, renderBoards } from '../__testUtils__/renderBoards';
import { saveFile } from '../../EntitiesOverview/saveFile';

jest.mock('@backstage/plugin-permission-react', () => ({
  ...jest.requireActual('@backstage/plugin-permission-react'),
  usePermission: jest.fn(),
}));
jest.mock('../../EntitiesOverview/saveFile', () => ({ saveFile: jest.fn() }));

const DAY = 86_400_000;
const DOMAIN = 'domain:default/payments';

const saved = () => jest.mocked(saveFile).mock.calls.map(([, name]) => name);

beforeEach(() => jest.mocked(saveFile).mockClear());

describe('the calendar of a board', () => {
  const now = Date.now();
  const api = new FakeAutonomyGovernanceApi({
    dates: [
      createBoardDate(),
      createBoardDate({
        kind: 'audit-due',
        ref: 'A-1',
        title: 'Audit',
        at: now + 200 * DAY,
      }),
    ],
  });

  it('lists what is due by month, and looks further on request', async () => {
    renderBoards(api, { path: '/calendar' });

    const line = await screen.findByRole('link', { name: /^Clear the bypass/ });
    expect(line).toHaveAttribute('href', '/autonomy/boards/proposals/P-1');
    const months = () =>
      screen
        .getAllByRole('heading', { level: 3 })
        .map(each => each.textContent);
    expect(months()).toHaveLength(1);
    expect(screen.queryByText('Audit is due')).not.toBeInTheDocument();

    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'How far ahead' }),
      'A year',
    );
    expect(await screen.findByText('Audit is due')).toBeVisible();
    expect(months()).toHaveLength(2);
    expect(screen.getByLabelText('address')).toHaveTextContent('days=365');
  });

  it('is saved as a file for calendars', async () => {
    renderBoards(api, { path: '/calendar' });
    await userEvent.click(await screen.findByRole('button', { name: /\.ics/ }));

    expect(saved()).toEqual(['board.ics']);
  });

  it('says that nothing is due', async () => {
    renderBoards(new FakeAutonomyGovernanceApi(), { path: '/calendar' });

    expect(await screen.findByText('Nothing is due')).toBeVisible();
  });
});

describe('the statistics of a board', () => {
  it('tell how the board decided', async () => {
    renderBoards(new FakeAutonomyGovernanceApi(), { path: '/statistics' });

    const figures = await screen.findByRole('region', {
      name: /^How the board decided/,
    });
    expect(figures).toHaveTextContent(/Decisions24Approved75 %/);
    expect(figures).toHaveTextContent(/\(median\)2 days/);
    expect(
      screen.getByRole('row', { name: 'Exemption 10 of 14' }),
    ).toBeVisible();
    expect(screen.getByText('HTTPS only')).toBeVisible();
  });

  it('are withheld while they would point at somebody', async () => {
    renderBoards(
      new FakeAutonomyGovernanceApi({
        statistics: createBoardStatistics({ isWithheld: true, decisions: 3 }),
      }),
      { path: '/statistics' },
    );

    expect(
      await screen.findByText(/^There were 3 decisions\. Figures are shown/),
    ).toBeVisible();
    expect(screen.queryByText('Approved')).not.toBeInTheDocument();
  });
});

describe('the exemption debt', () => {
  it('stands beside its limit', async () => {
    renderBoards(
      new FakeAutonomyGovernanceApi({
        debt: [
          createExemptionDebt(),
          createExemptionDebt({ domainRef: undefined, pairs: 0, exempt: 0 }),
        ],
      }),
      { path: '/debt' },
    );

    expect(
      await screen.findByRole('img', {
        name: '9 of 144 pairs exempt: 6.3 % of at most 10 %',
      }),
    ).toBeVisible();
    expect(screen.getByText('within the limit')).toBeVisible();
    expect(
      screen.getByRole('row', {
        name: 'without a domain no guardrail applies',
      }),
    ).toBeVisible();
  });
});

describe('the objectives of a board', () => {
  it('are set by its members', async () => {
    renderBoards(new FakeAutonomyGovernanceApi(), {
      path: '/objectives',
      autonomyApi: new FakeAutonomyApi(),
    });

    const domain = await screen.findByRole('region', { name: 'Payments' });
    await userEvent.click(
      await within(domain).findByRole('button', { name: /objective/i }),
    );
    expect(screen.getByRole('dialog')).toBeVisible();
  });
});

describe('the review pack', () => {
  const api = new FakeAutonomyGovernanceApi({
    reviewPack: {
      decided: [createProposal({ state: 'approved' })],
      open: [createProposal({ id: 'P-2', votes: [] })],
      plans: [createPlan({ state: 'active' })],
      audits: [createAudit({ state: 'agreed', summary: 'Settled.' })],
      findings: [createBoardFinding()],
      isCut: true,
    },
  });

  it('tells what a quarter was, and is saved in two ways', async () => {
    renderBoards(api, { path: '/review-pack?quarter=2026-Q2' });

    expect(
      await screen.findByRole('heading', { name: 'Payments Board, 2026-Q2' }),
    ).toBeVisible();
    expect(screen.getByText('Apr 1, 2026 to Jun 30, 2026')).toBeVisible();
    expect(
      screen.getByRole('row', {
        name: /^Payments Every payment arrives\. 12 1 \/ 4 \/ 5 \/ 2 1 2 \/ 1 9 of 144/,
      }),
    ).toBeVisible();
    expect(
      within(screen.getByRole('region', { name: 'Decided (1)' })).getByRole(
        'listitem',
      ),
    ).toHaveTextContent(/^Payments API: from level 2 to 3: approved, /);
    expect(screen.getByText('Settled.')).toBeVisible();
    expect(screen.getByText(/^There is more than is listed/)).toBeVisible();

    await userEvent.click(screen.getByRole('button', { name: 'Markdown' }));
    await userEvent.click(screen.getByRole('button', { name: 'CSV' }));
    expect(saved()).toEqual([
      'review-pack-2026-Q2.md',
      'review-pack-2026-Q2.csv',
    ]);
  });

  it('is printed by itself', async () => {
    renderBoards(api, { path: '/review-pack' });
    await screen.findByRole('heading', { name: /^Payments Board, / });
    const sheets = () => document.querySelectorAll('[data-autonomy-print]');
    expect(sheets()).toHaveLength(0);

    act(() => {
      window.dispatchEvent(new Event('beforeprint'));
    });
    expect(sheets()).toHaveLength(1);
    expect(sheets()[0].parentElement).toBe(document.body);
    expect(sheets()[0]).toHaveTextContent(/Payments Board, /);

    act(() => {
      window.dispatchEvent(new Event('afterprint'));
    });
    expect(sheets()).toHaveLength(0);
  });

  it('knows what is no quarter', async () => {
    renderBoards(api, { path: '/review-pack?quarter=2026-Q9' });

    expect(await screen.findByText('No such quarter')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'CSV' }),
    ).not.toBeInTheDocument();
  });
});

describe('the log of decisions', () => {
  const auditLog = [
    createAuditLogEntry(),
    createAuditLogEntry({
      sequence: 2,
      action: 'plan-signed',
      details: { n: 2 },
    }),
    createAuditLogEntry({ chain: 'central', action: 'elsewhere' }),
  ];
  const show = (verification?: Partial<AuditLogVerification>) =>
    renderBoards(new FakeAutonomyGovernanceApi({ auditLog, verification }), {
      path: `/log?chain=${DOMAIN}`,
    });

  it('lists what was written down of a domain, and verifies it', async () => {
    show();

    const table = await screen.findByRole('table', { name: /^Decisions/ });
    const rows = within(table)
      .getAllByRole('row')
      .map(row => row.textContent);
    expect(rows[1]).toMatch(/^2.*bosigned a planpayments-apin: 2$/);
    expect(rows[2]).toMatch(
      /^1.*bovotedpayments-apiproposalId: P-1vote: approve$/,
    );
    expect(screen.queryByText('elsewhere')).not.toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('button', { name: 'Verify the log' }),
    );
    expect(await screen.findByText(/^Intact: all 2 entries are/)).toBeVisible();
    expect(screen.getByText(/^Last fingerprint: 2:0000/)).toBeVisible();
  });

  it('looks for a fingerprint that was kept elsewhere', async () => {
    show();
    const kept = await screen.findByRole('textbox', {
      name: 'Fingerprint kept elsewhere',
    });
    const verify = screen.getByRole('button', { name: 'Verify the log' });
    await userEvent.type(kept, '3');
    expect(kept).toBeInvalid();
    expect(verify).toBeDisabled();

    await userEvent.type(kept, `:${'ab'.repeat(32)}`);
    await userEvent.click(verify);
    expect(
      await screen.findByText(/Not intact from entry 3 on: it is another/),
    ).toBeVisible();
    expect(screen.queryByText(/^Last fingerprint/)).not.toBeInTheDocument();
  });

  it('says where it was changed', async () => {
    show({
      intact: false,
      fault: { sequence: 2, reason: 'its hash does not fit' },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Verify the log' }),
    );

    expect(
      await screen.findByText(
        /Not intact from entry 2 on: its hash does not fit/,
      ),
    ).toBeVisible();
  });

  it('is not for everybody', async () => {
    const api = new FakeAutonomyGovernanceApi({ auditLog });
    const listAuditLog = jest.spyOn(api, 'listAuditLog');
    renderBoards(api, {
      path: '/log',
      isAllowed: permission => permission !== 'autonomy.auditlog.read',
    });

    expect(await screen.findByText(/autonomy\.auditlog\.read/)).toBeVisible();
    expect(listAuditLog).not.toHaveBeenCalled();
  });

  it('is empty at first', async () => {
    renderBoards(new FakeAutonomyGovernanceApi(), { path: '/log' });

    expect(
      await screen.findByText('Nothing is written down yet'),
    ).toBeVisible();
  });
});

describe('the parts of a board', () => {
  it('have addresses, of which one is the present', async () => {
    renderBoards(new FakeAutonomyGovernanceApi(), { path: '/debt' });

    const ways = within(
      await screen.findByRole('navigation', { name: 'Parts of the board' }),
    ).getAllByRole('link');
    expect(ways.map(way => way.textContent)).toEqual([
      'Agenda',
      'Calendar',
      'Exemption debt',
      'Objectives',
      'Statistics',
      'Review pack',
      'Log',
    ]);
    expect(ways[2]).toHaveAttribute('aria-current', 'page');
    expect(ways[0]).toHaveAttribute(
      'href',
      `/autonomy/boards/agenda?board=${encodeURIComponent(BOARD)}`,
    );
  });
});
