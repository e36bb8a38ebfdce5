import {
  createAudit,
  createBoard,
  createBoardFinding,
  createExemptionDebt,
  createPlan,
  createProposal,
  createProposalPowers,
  createProposalVote,
  FakeAutonomyGovernanceApi,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { BOARD, renderBoards } from '../__testUtils__/renderBoards';

jest.mock('@backstage/plugin-permission-react', () => ({
  ...jest.requireActual('@backstage/plugin-permission-react'),
  usePermission: jest.fn(),
}));

const DAY = 86_400_000;
const CENTRAL = 'group:default/architecture-board';

const exemption = (id: string, title: string, openedAt = Date.now() - DAY) =>
  createProposal({
    id,
    openedAt,
    votes: [],
    lapsesAt: openedAt + 4 * DAY - 1,
    openedBy: 'user:default/dana',
    content: {
      matter: 'exemption',
      requestId: id,
      checkId: 'x',
      title,
      expiresAt: Date.UTC(2027, 0, 20, 12),
      mandatory: false,
    },
    tally: { quorum: 1, approval: 'majority', approvals: 0, rejections: 0 },
  });

const rowOf = (name: RegExp) =>
  screen.getByRole('link', { name }).closest('tr') as HTMLElement;

describe('the agenda of a board', () => {
  it('says what is proposed, how old, until when, and how far the votes are', async () => {
    renderBoards(
      new FakeAutonomyGovernanceApi({
        proposals: [createProposal(), exemption('P-2', 'Secrets rotated')],
      }),
    );

    const promotion = await screen.findByRole('link', {
      name: 'Payments API: from level 2 to 3',
    });
    expect(promotion).toHaveAttribute('href', '/autonomy/boards/proposals/P-1');
    expect(rowOf(/from level 2/)).toHaveTextContent(
      /Promotion9 days agowaits until it is decided1 of 2 votes1 for, 0 against$/,
    );
    expect(rowOf(/Secrets rotated/)).toHaveTextContent(
      /exemption from “Secrets rotated” until Jan 20, 2027Exemption · asked by dana1 day agoin 3 days0 of 1 vote$/,
    );
    expect(
      screen.getByRole('heading', { name: 'Proposals (2)' }),
    ).toBeVisible();
  });

  it('votes on several at once with one reason', async () => {
    const api = new FakeAutonomyGovernanceApi({
      proposals: [
        createProposal({ votes: [] }),
        exemption('P-2', 'Secrets rotated'),
        createProposal({
          id: 'P-3',
          content: { matter: 'tier-review', declared: 3, computed: 2 },
          may: createProposalPowers({
            vote: false,
            voteRefusal: { because: 'owner' },
          }),
        }),
      ],
    });
    const { toasts, verbs } = renderBoards(api);
    await screen.findByRole('link', { name: /from level 2/ });

    expect(
      screen.getByText(/You cannot vote: whoever owns the entity/),
    ).toBeVisible();
    expect(
      screen.queryByRole('checkbox', { name: /declared tier/ }),
    ).not.toBeInTheDocument();
    const button = screen.getByRole('button', {
      name: 'Vote on what is chosen',
    });
    expect(button).toBeDisabled();
    await userEvent.click(
      screen.getByRole('checkbox', { name: /Choose all that/ }),
    );
    expect(screen.getByText('2 chosen')).toBeVisible();
    await userEvent.click(button);

    const dialog = screen.getByRole('dialog', { name: 'Vote on 2 proposals' });
    const submit = within(dialog).getByRole('button', { name: 'Vote' });
    await userEvent.click(submit);
    expect(within(dialog).getByText('Choose one of them.')).toBeVisible();
    expect(within(dialog).getByText('At least 10 characters.')).toBeVisible();

    await userEvent.click(within(dialog).getByLabelText('Approve'));
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'The figures hold.',
    );
    expect(within(dialog).getByText(/^17 of 1,000 characters/)).toBeVisible();
    await userEvent.click(submit);

    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(toasts()).toEqual(['2 votes recorded.']);
    expect(verbs()).toContain('vote');
    expect(await api.getProposal('P-2')).toMatchObject({
      state: 'approved',
      votes: [{ vote: 'approve', comment: 'The figures hold.' }],
    });
    await waitFor(() =>
      expect(
        screen.queryByRole('link', { name: /Secrets rotated/ }),
      ).not.toBeInTheDocument(),
    );
    expect(rowOf(/from level 2/)).toHaveTextContent(/1 of 2 votes/);
  });

  it('keeps open what was refused, and says why', async () => {
    const api = new FakeAutonomyGovernanceApi({
      proposals: [
        createProposal({ votes: [] }),
        exemption('P-2', 'Secrets rotated'),
      ],
    });
    renderBoards(api);
    await userEvent.click(
      await screen.findByRole('checkbox', { name: /Choose all that/ }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Vote on what is chosen' }),
    );
    // Somebody else was quicker.
    await api.vote('P-2', { vote: 'reject', comment: 'Not this time.' });
    const dialog = screen.getByRole('dialog');
    await userEvent.click(within(dialog).getByLabelText('Reject'));
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'The figures are old.',
    );
    await userEvent.click(within(dialog).getByRole('button', { name: 'Vote' }));

    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      /Recorded: 1\. Not recorded: Payments API: exemption from “Secrets rotated”.*\(The proposal P-2 is rejected\)/,
    );
    expect(within(dialog).getAllByRole('listitem')).toHaveLength(1);
  });

  it('lists plans, audits, findings and the exemption debt', async () => {
    renderBoards(
      new FakeAutonomyGovernanceApi({
        plans: [
          createPlan({
            team: { signedBy: 'user:default/dana', signedAt: 1, comment: 'x' },
          }),
          createPlan({
            id: 'PLAN-8',
            title: 'Calmer nights',
            state: 'active',
            endsAt: Date.now() + 5 * DAY - 1,
          }),
        ],
        audits: [createAudit(), createAudit({ id: 'A-4', dueAt: 1 })],
        findings: [
          createBoardFinding(),
          createBoardFinding({
            kind: 'objective-missing',
            title: 'Payments',
            ref: undefined,
            at: undefined,
          }),
        ],
        debt: [createExemptionDebt({ exempt: 18, pairs: 144 })],
      }),
    );

    expect(
      await screen.findByRole('link', {
        name: 'Safer releases of card payments',
      }),
    ).toHaveAttribute('href', '/autonomy/plans/PLAN-12');
    expect(
      screen.getByText('waits for the signature of the board'),
    ).toBeVisible();
    expect(
      screen.getByText(/^ends in 5 days .* · 1 of 2 criteria met$/),
    ).toBeVisible();
    expect(
      screen.getAllByRole('link', { name: /^Audit of Payments API/ })[0],
    ).toHaveAttribute('href', '/autonomy/audits/A-4');
    expect(screen.getByText(/^overdue since/)).toBeVisible();
    expect(
      screen.getByRole('link', {
        name: 'Plan ended undecided: A new agreement on refunds',
      }),
    ).toHaveAttribute('href', '/autonomy/plans/PLAN-7');
    expect(
      screen.getByRole('link', {
        name: 'Domain without an objective: Payments',
      }),
    ).toHaveAttribute(
      'href',
      `/autonomy/boards/objectives?board=${encodeURIComponent(BOARD)}`,
    );
    const words = '18 of 144 pairs exempt: 12.5 % of at most 10 %';
    expect(screen.getByRole('img', { name: words })).toBeVisible();
    expect(screen.getByText('beyond the limit')).toBeVisible();
  });

  it('is glad when nothing waits', async () => {
    renderBoards(new FakeAutonomyGovernanceApi());

    expect(
      await screen.findByText('Nothing waits for this board'),
    ).toBeVisible();
  });

  it('opens at the own board where most waits, and shows another by its address', async () => {
    const boards = [
      createBoard({
        boardRef: CENTRAL,
        title: 'Architecture Board',
        central: true,
        member: false,
        domains: [],
        open: 9,
      }),
      createBoard({
        boardRef: 'group:default/quiet-board',
        title: 'Quiet Board',
        open: 0,
      }),
      createBoard({ open: 2 }),
    ];
    renderBoards(
      new FakeAutonomyGovernanceApi({
        boards,
        proposals: [
          createProposal({
            id: 'P-9',
            boardRef: CENTRAL,
            content: {
              matter: 'cross-domain',
              title: 'One identity',
              domainRefs: ['domain:default/payments', 'domain:default/content'],
            },
            may: createProposalPowers({ vote: false }),
            votes: [createProposalVote()],
          }),
        ],
      }),
    );

    expect(
      await screen.findByRole('heading', { name: 'Payments Board' }),
    ).toBeVisible();
    expect(screen.getByText('You are on this board.')).toBeVisible();
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Board' }),
      CENTRAL,
    );

    expect(
      await screen.findByRole('link', {
        name: 'Payments API: “One identity”, for payments and content',
      }),
    ).toBeVisible();
    expect(screen.getByText(/^You are not on this board/)).toBeVisible();
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
    expect(screen.getByLabelText('address')).toHaveTextContent(
      `/autonomy/boards/agenda?board=${encodeURIComponent(CENTRAL)}`,
    );
  });

  it('says that there is no such board, no board at all, or that it failed', async () => {
    const api = new FakeAutonomyGovernanceApi();
    jest
      .spyOn(api, 'listBoards')
      .mockRejectedValueOnce(new Error('out of order'));
    renderBoards(api, { path: '/agenda?board=group:default/none' });

    expect(await screen.findByText('out of order')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('No such board')).toBeVisible();
    expect(screen.getByRole('combobox', { name: 'Board' })).toHaveValue('');
  });

  it('tells an organisation without boards how to get one', async () => {
    renderBoards(new FakeAutonomyGovernanceApi({ boards: [] }));

    expect(await screen.findByText('There is no board yet')).toBeVisible();
  });
});
