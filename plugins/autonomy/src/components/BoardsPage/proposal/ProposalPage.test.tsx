import type {
  Proposal,
  ProposalContent,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  createProposal,
  createProposalPowers,
  createProposalVote,
  FakeAutonomyGovernanceApi,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { BOARD, renderBoards } from '../__testUtils__/renderBoards';

jest.mock('@backstage/plugin-permission-react', () => ({
  ...jest.requireActual('@backstage/plugin-permission-react'),
  usePermission: jest.fn(),
}));

const UNTIL = Date.UTC(2027, 0, 20, 12);
const PATH = '/proposals/P-1';

function show(...proposals: Proposal[]) {
  const api = new FakeAutonomyGovernanceApi({ proposals });
  return { api, ...renderBoards(api, { path: PATH }) };
}

const regionOf = (name: string) => screen.findByRole('region', { name });

// The app remembers the language.
beforeEach(() => localStorage.clear());

describe('the page of a proposal', () => {
  it('shows what the board saw, who voted and how far it is', async () => {
    show(
      createProposal({
        reason: 'It was held for 120 days.',
        openedBy: 'user:default/dana',
        evidence: [
          {
            kind: 'trust',
            ref: 'deployment',
            title: 'Trust in Deployment',
            value: 0.739,
            bound: 0.75,
            met: false,
          },
          { kind: 'check', title: 'Tracing', value: 'pass', met: true },
          { kind: 'guardrail', title: 'Secrets', value: 'at-risk' },
          { kind: 'guardrail', title: 'Mandatory', value: false },
          {
            kind: 'level',
            title: 'Held since',
            value: '2026-11-20T12:00:00.000Z',
          },
          { kind: 'readiness', title: 'Readiness', value: 84.99, bound: 85 },
          { kind: 'debt', title: 'Debt', value: 0.1049, bound: 0.1 },
          { kind: 'odd', title: 'Odd', value: 'fail' },
        ],
      }),
    );

    expect(
      await screen.findByRole('heading', {
        name: 'Payments API: from level 2 to 3',
      }),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'To the agenda of the board' }),
    ).toHaveAttribute(
      'href',
      `/autonomy/boards/agenda?board=${encodeURIComponent(BOARD)}`,
    );
    expect(screen.getByText(/It was held for 120 days\./)).toBeVisible();
    const rows = within(
      screen.getByRole('table', { name: 'What the board saw' }),
    )
      .getAllByRole('row')
      .map(row => row.textContent);
    expect(rows).toEqual([
      'EvidenceStood atMeasured againstMet',
      expect.stringMatching(/^Trust in Deployment0\.730\.75\s*not met$/),
      expect.stringMatching(/^Tracing\s*met$/),
      'Secretsat risk',
      'Mandatoryno',
      expect.stringMatching(/^Held sinceNov 20, 2026, /),
      'Readiness8485',
      'Debt10.5 %10 %',
      'Oddfail',
    ]);
    expect(
      screen.getByRole('link', { name: 'Trust in Deployment' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/payments-api/autonomy?area=deployment#trust',
    );
    const votes = await regionOf('Votes');
    expect(votes).toHaveTextContent('1 of 2 votes · The majority decides.');
    expect(within(votes).getByRole('listitem')).toHaveTextContent(
      /^bo: for, .*The record of the last quarter speaks for it\.$/,
    );
  });

  it('records a vote, and what became of the proposal', async () => {
    const { api, toasts } = show(createProposal());
    const form = await regionOf('Your vote');
    const submit = within(form).getByRole('button', { name: 'Vote' });
    await userEvent.click(submit);
    expect(within(form).getByText('Choose one of them.')).toBeVisible();
    expect(within(form).getByLabelText('Approve')).toHaveFocus();

    await userEvent.keyboard(' ');
    await userEvent.type(
      within(form).getByRole('textbox', { name: /Reason/ }),
      'too short',
    );
    await userEvent.click(submit);
    expect(within(form).getByText('At least 10 characters.')).toBeVisible();
    await userEvent.type(
      within(form).getByRole('textbox', { name: /Reason/ }),
      ' no more',
    );
    await userEvent.click(submit);

    const outcome = await regionOf('What became of it');
    expect(outcome).toHaveTextContent(
      /approved\. It takes level 3 with its next evaluation\.$/,
    );
    expect(toasts()).toEqual(['Vote recorded. The proposal is approved.']);
    expect((await api.getProposal('P-1'))?.votes).toHaveLength(2);
    expect(
      screen.queryByRole('region', { name: 'Your vote' }),
    ).not.toBeInTheDocument();
  });

  it('keeps what was typed when somebody else was quicker', async () => {
    const { api } = show(createProposal());
    const form = await regionOf('Your vote');
    await userEvent.click(within(form).getByLabelText('Reject'));
    const reason = within(form).getByRole('textbox', { name: /Reason/ });
    await userEvent.type(reason, 'The figures are old.');
    await api.vote('P-1', { vote: 'approve', comment: 'It is time.' });
    await userEvent.click(within(form).getByRole('button', { name: 'Vote' }));

    expect(await within(form).findByRole('alert')).toHaveTextContent(
      'The proposal P-1 is approved',
    );
    expect(reason).toHaveValue('The figures are old.');
    await userEvent.click(
      within(form).getByRole('button', { name: 'Show what is so now' }),
    );
    expect(await regionOf('What became of it')).toBeVisible();
  });

  it('says in words why the reader cannot vote', async () => {
    show(
      createProposal({
        may: createProposalPowers({
          vote: false,
          voteRefusal: {
            because: 'concerned',
            entityRef: 'component:default/ledger',
          },
        }),
      }),
    );

    expect(await regionOf('Your vote')).toHaveTextContent(
      'You cannot vote: you own ledger, which gains or loses by it.',
    );
  });

  it('tells whoever is not on the board who votes', async () => {
    show(createProposal({ may: createProposalPowers({ vote: false }) }));

    expect(await regionOf('Your vote')).toHaveTextContent(
      'Members of payments-board vote.',
    );
  });

  it('is withdrawn by whoever asked', async () => {
    const { toasts } = show(
      createProposal({
        may: createProposalPowers({ vote: false, withdraw: true }),
      }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Withdraw' }),
    );
    const dialog = screen.getByRole('dialog', {
      name: 'Withdraw the proposal',
    });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Withdraw' }),
    );

    expect(await regionOf('What became of it')).toHaveTextContent(
      /withdrawn\. It was taken back, so nothing changed\.$/,
    );
    expect(toasts()).toEqual(['Proposal withdrawn.']);
  });

  it('is taken to the central board once, with a reason', async () => {
    const { api } = show(
      createProposal({
        state: 'rejected',
        appealUntil: UNTIL,
        votes: [createProposalVote({ vote: 'reject' })],
        may: createProposalPowers({ vote: false, appeal: true }),
      }),
    );
    expect(await regionOf('What became of it')).toHaveTextContent(
      /It stays at level 2/,
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Appeal to the central board' }),
    );
    const dialog = screen.getByRole('dialog', {
      name: 'Ask the central board',
    });
    expect(dialog).toHaveTextContent('one appeal, until Jan 20, 2027');
    const submit = within(dialog).getByRole('button', {
      name: 'Appeal to the central board',
    });
    await userEvent.click(submit);
    expect(within(dialog).getByText('At least 10 characters.')).toBeVisible();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'The figures were old.',
    );
    await userEvent.click(submit);

    expect(
      await screen.findByRole('link', {
        name: 'a decision of the board before',
      }),
    ).toHaveAttribute('href', '/autonomy/boards/proposals/P-1');
    const { appealId = '' } = (await api.getProposal('P-1')) ?? {};
    expect(screen.getByLabelText('address')).toHaveTextContent(appealId);
    expect(await api.getProposal(appealId)).toMatchObject({
      reason: 'The figures were old.',
    });
  });

  it.each<[string, ProposalContent]>([
    [
      'from tier 1 to 3 and from the owner payments-team to none',
      {
        matter: 'placement',
        moves: ['tier', 'owner'],
        from: { tier: 1, ownerRef: 'group:default/payments-team' },
        to: { tier: 3 },
      },
    ],
    [
      'declared tier 3, computed tier 2',
      { matter: 'tier-review', declared: 3, computed: 2 },
    ],
    [
      '“Cards failed”: Severity from critical to low',
      {
        matter: 'incident',
        source: 'pagerduty',
        incidentId: 'I-1',
        title: 'Cards failed',
        changeId: 'C-1',
        field: 'severity',
        from: 'critical',
        to: 'low',
      },
    ],
    [
      '“Cards failed”: Caused by Somebody outside: no component answers for it',
      {
        matter: 'incident',
        source: 'pagerduty',
        incidentId: 'I-1',
        title: 'Cards failed',
        changeId: 'C-1',
        field: 'causedBy',
        to: 'external',
      },
    ],
    [
      'clear the bypass “Scan skipped”',
      {
        matter: 'bypass',
        source: 'x',
        incidentId: 'I-1',
        title: 'Scan skipped',
        wanted: 'clear',
      },
    ],
    [
      'another exemption from “Secrets rotated” until Jan 20, 2027',
      {
        matter: 'exemption',
        requestId: 'E-1',
        checkId: 'x',
        title: 'Secrets rotated',
        expiresAt: UNTIL,
        mandatory: true,
        renewalOf: 'E-0',
      },
    ],
    [
      '“peer review” in Deployment on trial until Jan 20, 2027',
      {
        matter: 'grant',
        grantId: 'G-1',
        area: 'deployment',
        right: 3,
        recommended: 2,
        expiresAt: UNTIL,
        trial: { failsFrom: 'high' },
      },
    ],
    [
      'sign the plan “Safer releases” for Deployment and Security until Jan 20, 2027',
      {
        matter: 'plan',
        planId: 'PLAN-1',
        title: 'Safer releases',
        approach: 'targeted-guardrails',
        areas: ['deployment', 'security'],
        cap: 2,
        endsAt: UNTIL,
      },
    ],
    [
      'extend the plan “Safer releases” until Jan 20, 2027',
      {
        matter: 'plan-change',
        planId: 'PLAN-1',
        title: 'Safer releases',
        change: 'extend',
        until: UNTIL,
      },
    ],
  ])('says in one sentence: %s', async (sentence, content) => {
    show(createProposal({ content, evidence: [], votes: [] }));

    expect(
      await screen.findByRole('heading', { name: `Payments API: ${sentence}` }),
    ).toBeVisible();
    expect(screen.getByText('Nothing was attached.')).toBeVisible();
    expect(screen.getByText('Nobody has voted yet.')).toBeVisible();
  });

  it('says that there is none, and what went wrong', async () => {
    const api = new FakeAutonomyGovernanceApi();
    jest
      .spyOn(api, 'getProposal')
      .mockRejectedValueOnce(new Error('out of order'));
    renderBoards(api, { path: PATH });

    expect(await screen.findByText('out of order')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('No such proposal')).toBeVisible();
    expect(screen.getByRole('link', { name: 'To the boards' })).toHaveAttribute(
      'href',
      '/autonomy/boards',
    );
  });

  it('speaks German', async () => {
    const api = new FakeAutonomyGovernanceApi({
      proposals: [createProposal()],
    });
    renderBoards(api, { path: PATH, language: 'de' });

    expect(
      await screen.findByRole('heading', {
        name: 'Payments API: von Stufe 2 auf 3',
      }),
    ).toBeVisible();
    expect(screen.getByText(/^1 von 2 Stimmen · Die Mehrheit/)).toBeVisible();
  });
});
