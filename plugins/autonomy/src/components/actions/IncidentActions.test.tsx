import type {
  Evaluation,
  RecordedIncident,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  createIncident,
  createProposal,
  FakeAutonomyApi,
  FakeAutonomyGovernanceApi,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  anEvaluation,
  BOARD,
  OWNER,
  refusal,
  renderActions,
  SCRIPT,
} from './__testUtils__/renderActions';
import { IncidentActions } from './IncidentActions';
import { daysAfter, lastInstantOf } from './shared';

const DAY = 86_400_000;
const OTHER = 'component:default/ledger';

interface Sketch {
  incident?: Partial<RecordedIncident>;
  belongsTo?: string[];
  evaluation?: Evaluation;
  governance?: FakeAutonomyGovernanceApi;
  isAllowed?: (permission: string) => boolean;
}

function setup(sketch: Sketch = {}) {
  const { belongsTo, evaluation = anEvaluation(), isAllowed } = sketch;
  const { governance = new FakeAutonomyGovernanceApi() } = sketch;
  const { entityRef } = evaluation.entity;
  const incident = createIncident({ entityRef, ...sketch.incident });
  const api = new FakeAutonomyApi({ incidents: [incident] });
  const change = jest.spyOn(api, 'changeIncident');
  const onDone = jest.fn();
  const view = renderActions(
    <>
      <p>the page</p>
      <IncidentActions
        incident={incident}
        evaluation={evaluation}
        onDone={onDone}
      />
    </>,
    {
      ...{ api, belongsTo, governance, isAllowed },
      components: ['ledger', 'payments-web'],
    },
  );
  /** What the backend was asked for last. */
  const asked = () => change.mock.calls.at(-1)?.[1];
  return { ...view, api, asked, change, governance, incident, onDone };
}

const NAME = 'PAY-1042 · Card payments failed for two hours';

async function openDialog(label: string) {
  const button = await screen.findByRole('button', {
    name: `${label}: Card payments failed for two hours · PAY-1042`,
  });
  await userEvent.click(button);
  return within(screen.getByRole('dialog'));
}

/** The trust account with nothing learnt from the incident yet. */
function unlearnt(): Evaluation {
  const evaluation = anEvaluation();
  return {
    ...evaluation,
    trust: evaluation.trust.map(trust => ({
      ...trust,
      lines: trust.lines.map(line =>
        line.kind === 'incident' ? { ...line, learningFactor: 1 } : line,
      ),
    })),
  };
}

describe('a review', () => {
  it('shows what closing the last action is worth, and closes it', async () => {
    const { asked, incident, onDone, verbs } = setup();
    const dialog = await openDialog('Change review');
    expect(
      dialog.getByRole('link', { name: new RegExp(NAME) }),
    ).toHaveAttribute('href', incident.url);
    // 0.75 x 0.951, of which 0.75 are left now, and 0.5 with all actions closed.
    expect(
      await dialog.findByText(
        'The loss of trust in Deployment stays 0.535. With actions, and all of them closed, it is 0.357.',
      ),
    ).toBeVisible();
    // What was agreed on stays until it is done.
    expect(
      dialog.queryByRole('button', { name: /^Remove action/ }),
    ).not.toBeInTheDocument();

    const closed = dialog.getByLabelText('Closed on, action 2');
    const send = dialog.getByRole('button', { name: 'Record review' });
    fireEvent.change(closed, {
      target: { value: daysAfter(Date.now(), -3) },
    });
    await userEvent.click(send);
    expect(closed).toHaveAccessibleDescription('Choose today or yesterday.');
    const yesterday = daysAfter(Date.now(), -1);
    fireEvent.change(closed, { target: { value: yesterday } });
    expect(
      dialog.getByText(
        'The loss of trust in Deployment shrinks from 0.535 to 0.357.',
      ),
    ).toBeVisible();
    await userEvent.click(send);

    await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1));
    const [first, second] = incident.review!.actions;
    expect(asked()).toEqual({
      review: {
        completedAt: incident.review!.completedAt,
        actions: [
          first,
          { ...second, closedAt: lastInstantOf(yesterday, Date.now()) },
        ],
      },
    });
    expect(verbs()).toContain('review-incident');
  });

  it('is written with its actions', async () => {
    const { asked, onDone } = setup({
      evaluation: unlearnt(),
      incident: { review: undefined },
    });
    const dialog = await openDialog('Record review');
    const day = dialog.getByLabelText(/Done on/);
    const send = dialog.getByRole('button', { name: 'Record review' });
    expect(
      await dialog.findByText(/Deployment shrinks from 0.713 to 0.535\./),
    ).toBeVisible();

    const add = dialog.getByRole('button', { name: 'Add action' });
    await userEvent.click(add);
    await userEvent.click(add);
    const title = dialog.getByRole('textbox', { name: 'Action 1' });
    fireEvent.change(day, { target: { value: '' } });
    await userEvent.click(send);
    expect(day).toBeInvalid();
    expect(title).toHaveAccessibleDescription('Needed.');
    fireEvent.change(day, { target: { value: daysAfter(Date.now(), 0) } });
    await userEvent.type(title, '<img src=x>');
    await userEvent.click(
      dialog.getByRole('button', { name: 'Remove action 2' }),
    );
    await userEvent.click(send);

    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(asked()?.review?.actions).toEqual([{ title: '<img src=x>' }]);
    expect(Date.now() - asked()!.review!.completedAt).toBeLessThan(DAY);
  });

  it('that the backend refuses stays as it was typed', async () => {
    const { change, onDone } = setup({ incident: { review: undefined } });
    change.mockRejectedValueOnce(refusal('expected an instant of today'));
    const dialog = await openDialog('Record review');
    await userEvent.click(dialog.getByRole('button', { name: 'Add action' }));
    const title = dialog.getByRole('textbox', { name: 'Action 1' });
    await userEvent.type(title, 'Mend it');
    await userEvent.click(
      dialog.getByRole('button', { name: 'Record review' }),
    );

    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'expected an instant of today',
    );
    expect(title).toHaveValue('Mend it');
    expect(onDone).not.toHaveBeenCalled();
  });

  it('of the board may say that no action is needed, and look further back', async () => {
    const { asked } = setup({
      belongsTo: [BOARD],
      incident: { review: undefined },
    });
    const dialog = await openDialog('Record review');
    const longAgo = daysAfter(Date.now(), -9);
    fireEvent.change(dialog.getByLabelText(/Done on/), {
      target: { value: longAgo },
    });
    await userEvent.click(
      dialog.getByRole('checkbox', { name: 'No action is needed' }),
    );
    await userEvent.click(
      dialog.getByRole('button', { name: 'Record review' }),
    );

    await waitFor(() =>
      expect(asked()?.review).toEqual({
        completedAt: lastInstantOf(longAgo, Date.now()),
        actions: [],
        noActionNeeded: true,
      }),
    );
  });
});

describe('a dispute', () => {
  it('names another component, says why, and waits for the board', async () => {
    const { api, asked, onDone, toasts, verbs } = setup();
    const dialog = await openDialog('Dispute attribution');
    expect(dialog.getByRole('note')).toHaveTextContent(
      /^This becomes a proposal: .*payments-board decides\./,
    );
    const send = dialog.getByRole('button', { name: 'Propose' });
    const reason = dialog.getByRole('textbox', { name: /Reason/ });

    await userEvent.click(send);
    expect(reason).toHaveAccessibleDescription(
      'Say above what should count otherwise.',
    );
    await userEvent.click(
      dialog.getByRole('radio', { name: 'Another component' }),
    );
    const component = dialog.getByRole('textbox', { name: /Component/ });
    await userEvent.click(send);
    expect(component).toBeInvalid();
    await userEvent.type(component, 'ledg');
    await userEvent.click(
      await screen.findByRole('option', { name: `ledger · ${OTHER}` }),
    );
    await userEvent.type(reason, 'Its index{enter}was broken');
    await userEvent.click(send);

    await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1));
    expect(asked()).toEqual({
      causedBy: OTHER,
      reason: 'Its index was broken',
    });
    expect((await api.listIncidents({ pending: true })).items).toHaveLength(1);
    expect(verbs()).toContain('dispute');
    expect(toasts()).toEqual([expect.stringMatching(/^Proposed/)]);
  });

  it('says that it was somebody outside, less grave, and of which class', async () => {
    const { asked } = setup();
    const dialog = await openDialog('Dispute attribution');
    const severity = dialog.getByRole('combobox', { name: 'Severity' });
    expect(
      within(severity)
        .getAllByRole('option')
        .map(each => each.textContent),
    ).toEqual(['critical', 'high', 'medium', 'low']);

    await userEvent.click(dialog.getByRole('radio', { name: /outside/ }));
    await userEvent.selectOptions(severity, 'medium');
    await userEvent.selectOptions(
      dialog.getByRole('combobox', { name: 'Class' }),
      'legal',
    );
    await userEvent.type(
      dialog.getByRole('textbox', { name: /Reason/ }),
      'The provider says so',
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Propose' }));

    await waitFor(() =>
      expect(asked()).toEqual({
        causedBy: 'external',
        class: 'legal',
        severity: 'medium',
        reason: 'The provider says so',
      }),
    );
  });

  it('of the board takes effect', async () => {
    setup({ belongsTo: [BOARD] });
    const dialog = await openDialog('Dispute attribution');

    expect(dialog.getByRole('note')).toHaveTextContent(
      /yours is the first vote\. Where the policy asks for one, it takes effect at once/,
    );
    expect(dialog.getByRole('button', { name: 'Vote for it' })).toBeVisible();
  });

  it('of a member of the board who owns it waits for another', async () => {
    setup({ belongsTo: [OWNER, BOARD] });
    const dialog = await openDialog('Dispute attribution');

    expect(dialog.getByRole('button', { name: 'Propose' })).toBeVisible();
  });
});

describe('what is undecided', () => {
  const proposal = {
    id: 'p1',
    field: 'causedBy' as const,
    value: OTHER,
    reason: 'Its index was broken',
    proposedBy: 'user:default/dana',
    proposedAt: Date.UTC(2026, 10, 20, 12),
  };

  it('is there for everybody to read, whatever it says', async () => {
    setup({
      belongsTo: [],
      incident: {
        proposals: [
          proposal,
          { ...proposal, id: 'p2', value: '<b>nobody</b>', reason: undefined },
          {
            ...proposal,
            id: 'p3',
            field: 'severity',
            value: 'low',
            proposedBy: 'source:pagerduty',
          },
          { ...proposal, id: 'p4', field: 'class', value: 'odd' },
          { ...proposal, id: 'p5', field: 'startedAt', value: 'never' },
          { ...proposal, id: 'p6', field: 'areas', value: 'security,odd' },
          { ...proposal, id: 'p7', value: 'external', proposalId: 'asked/7' },
        ],
      },
    });

    const list = await screen.findByRole('list', {
      name: 'Undecided proposals',
    });
    const lines = within(list)
      .getAllByRole('listitem')
      .map(each => each.textContent);
    expect(lines[0]).toMatch(
      /^Proposed: Caused by .*ledger, by .*dana on Nov 20, 2026\. Reason: Its index was broken$/,
    );
    expect(lines[1]).toMatch(/^Proposed: Caused by <b>nobody<\/b>, by/);
    expect(lines[2]).toMatch(/^Proposed: Severity low, by pagerduty on/);
    expect(lines[3]).toMatch(/^Proposed: Class odd, by/);
    expect(lines[4]).toMatch(/^Proposed: Began never, by/);
    expect(lines[5]).toMatch(/^Proposed: Areas Security, odd, by/);
    expect(lines[6]).toMatch(/^Proposed: Caused by Somebody outside/);
    // What is before a board is shown there.
    expect(
      within(list).getByRole('link', { name: 'See the proposal' }),
    ).toHaveAttribute('href', '/autonomy/boards/proposals/asked%2F7');
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});

describe('a bypass', () => {
  const ASK = 'Ask the board to clear the bypass';

  it('is cleared by the board alone, which owners ask', async () => {
    const { governance, incident, toasts, verbs } = setup({
      incident: { class: 'bypass' },
    });
    const dispute = await openDialog('Dispute attribution');
    const classes = within(
      dispute.getByRole('combobox', { name: 'Class' }),
    ).getAllByRole('option');
    expect(classes.map(each => each.textContent)).toEqual([
      'legal',
      'ethical',
      'a guardrail was bypassed on purpose',
    ]);
    await userEvent.click(dispute.getByRole('button', { name: 'Cancel' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );

    const dialog = await openDialog(ASK);
    expect(dialog.queryByRole('combobox')).not.toBeInTheDocument();
    await userEvent.type(
      dialog.getByRole('textbox', { name: /Reason/ }),
      'The scan runs in every pipeline again.',
    );
    await userEvent.click(
      dialog.getByRole('button', { name: 'Ask the board' }),
    );

    const link = await screen.findByRole('link', { name: 'To the proposal' });
    const { items } = await governance.listProposals();
    expect(items).toMatchObject([
      {
        entityRef: incident.entityRef,
        reason: 'The scan runs in every pipeline again.',
        content: {
          matter: 'bypass',
          source: 'pagerduty',
          incidentId: 'PAY-1042',
          wanted: 'clear',
        },
      },
    ]);
    expect(link).toHaveAttribute(
      'href',
      `/autonomy/boards/proposals/${items[0].id}`,
    );
    expect(screen.queryByText(ASK)).not.toBeInTheDocument();
    expect(toasts()).toEqual([expect.stringMatching(/^The board was asked/)]);
    expect(verbs()).toContain('propose');
  });

  it('can be held against the team for longer by the board', async () => {
    const { governance } = setup({
      belongsTo: [BOARD],
      incident: { class: 'bypass' },
    });
    const dialog = await openDialog(ASK);
    await userEvent.selectOptions(
      dialog.getByRole('combobox', { name: 'What is proposed' }),
      'renew',
    );
    await userEvent.type(
      dialog.getByRole('textbox', { name: /Reason/ }),
      'It happened a second time.',
    );
    await userEvent.click(
      dialog.getByRole('button', { name: 'Ask the board' }),
    );

    await screen.findByRole('link', { name: 'To the proposal' });
    const { items } = await governance.listProposals();
    expect(items).toMatchObject([{ content: { wanted: 'renew' } }]);
  });

  it('that the board was asked about is told to everybody', async () => {
    const evaluation = anEvaluation();
    const { entityRef } = evaluation.entity;
    setup({
      evaluation,
      belongsTo: [],
      incident: { class: 'bypass' },
      governance: new FakeAutonomyGovernanceApi({
        proposals: [
          createProposal({
            entityRef,
            content: {
              matter: 'bypass',
              source: 'pagerduty',
              incidentId: 'PAY-1042',
              title: 'x',
              wanted: 'clear',
            },
          }),
        ],
      }),
    });

    expect(
      await screen.findByText(/^The board was asked about this bypass/),
    ).toBeVisible();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});

describe('what is offered', () => {
  it.each<[string, Sketch]>([
    ['others', { belongsTo: ['group:default/others'] }],
    [
      'a board that decides about another entity',
      { belongsTo: [BOARD], incident: { entityRef: OTHER } },
    ],
    [
      'a board where the cause may be its own',
      { belongsTo: [BOARD], incident: { causedBy: OTHER } },
    ],
  ])('is nothing for %s', async (_, sketch) => {
    setup(sketch);

    expect(await screen.findByText('the page')).toBeVisible();
    await act(async () => {});
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('is no link where the address is none to follow', async () => {
    setup({ incident: { url: SCRIPT } });
    const dialog = await openDialog('Change review');

    expect(dialog.getByRole('heading', { name: NAME })).toBeVisible();
    expect(dialog.queryByRole('link')).not.toBeInTheDocument();
  });
});
