import type {
  CheckResult,
  Evaluation,
  ScorecardRole,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  createAttestation,
  createBoard,
  createCheck,
  createExemption,
  createGuardrail,
  createGuardrails,
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
import { CheckActions } from './CheckActions';
import { daysAfter, startOfDay } from './shared';

const DAY = 86_400_000;

function open(overrides: Partial<CheckResult> = {}): CheckResult {
  return createCheck({
    id: 'incident-process',
    title: 'An incident process',
    state: 'unknown',
    risk: 'Nobody knows what to do at night.',
    ...overrides,
  });
}

interface Sketch {
  check?: CheckResult;
  role?: ScorecardRole;
  evaluation?: Evaluation;
  api?: FakeAutonomyApi;
  governance?: FakeAutonomyGovernanceApi;
  belongsTo?: string[];
  isAllowed?: (permission: string) => boolean;
}

function setup(sketch: Sketch = {}) {
  const { check = open(), evaluation = anEvaluation() } = sketch;
  const { api = new FakeAutonomyApi() } = sketch;
  const onDone = jest.fn();
  const view = renderActions(
    <>
      <p>the page</p>
      <CheckActions
        check={check}
        role={sketch.role ?? check.role}
        evaluation={evaluation}
        onDone={onDone}
      />
    </>,
    {
      api,
      governance: sketch.governance,
      belongsTo: sketch.belongsTo,
      isAllowed: sketch.isAllowed,
    },
  );
  return { ...view, api, onDone, entityRef: evaluation.entity.entityRef };
}

async function openDialog(button: string) {
  await userEvent.click(await screen.findByRole('button', { name: button }));
  return within(screen.getByRole('dialog'));
}

describe('an answer', () => {
  it('is given with evidence, until a day, and shown until it is counted', async () => {
    const { api, entityRef, onDone, toasts, verbs } = setup({
      check: open({ attestable: true }),
    });
    const dialog = await openDialog('Attest: An incident process');
    expect(
      screen.getByRole('dialog', { name: 'Answer for the team' }),
    ).toBeVisible();
    const send = dialog.getByRole('button', { name: 'Record the answer' });
    const evidence = dialog.getByRole('textbox', { name: /Evidence/ });

    await userEvent.click(send);
    expect(evidence).toHaveAccessibleDescription(
      'A yes needs a link to its evidence.',
    );
    expect(evidence).toHaveFocus();
    await userEvent.type(evidence, SCRIPT);
    expect(evidence).toBeInvalid();
    await userEvent.clear(evidence);
    await userEvent.type(evidence, 'https://wiki.example.com/incidents');
    const until = daysAfter(Date.now(), 200);
    fireEvent.change(dialog.getByLabelText(/Until/), {
      target: { value: until },
    });
    await userEvent.type(
      dialog.getByRole('textbox', { name: 'Note' }),
      'Agreed on Monday',
    );
    await userEvent.click(send);

    expect(
      await screen.findByText(/^Answered yes, until .+ It counts with/),
    ).toBeVisible();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(await api.listAttestations(entityRef)).toMatchObject([
      {
        checkId: 'incident-process',
        answer: 'yes',
        evidenceUrl: 'https://wiki.example.com/incidents',
        expiresAt: startOfDay(until),
        note: 'Agreed on Monday',
      },
    ]);
    expect(onDone).toHaveBeenCalledTimes(1);
    expect(verbs()).toContain('attest');
    expect(toasts()).toEqual([expect.stringMatching(/^Answer recorded/)]);
  });

  it('of no needs no evidence, and no day out of reach', async () => {
    const { api, entityRef } = setup({ check: open({ attestable: true }) });
    const dialog = await openDialog('Attest: An incident process');

    await userEvent.click(dialog.getByRole('radio', { name: /^No/ }));
    const until = dialog.getByLabelText(/Until/);
    fireEvent.change(until, {
      target: { value: daysAfter(Date.now(), 366) },
    });
    const send = dialog.getByRole('button', { name: 'Record the answer' });
    await userEvent.click(send);
    expect(until).toBeInvalid();
    expect(await api.listAttestations(entityRef)).toEqual([]);
    fireEvent.change(until, { target: { value: daysAfter(Date.now(), 1) } });
    await userEvent.click(send);

    await screen.findByText(/^Answered no/);
  });

  it('that the backend refuses stays as it was typed', async () => {
    const { api, onDone } = setup({ check: open({ attestable: true }) });
    jest.spyOn(api, 'attest').mockResolvedValueOnce({
      stored: 0,
      unchanged: 0,
      rejected: 1,
      results: [
        {
          index: 0,
          status: 'rejected',
          error: { field: 'checkId', message: 'which is not attestable' },
        },
      ],
    });
    const dialog = await openDialog('Attest: An incident process');
    const evidence = dialog.getByRole('textbox', { name: /Evidence/ });
    await userEvent.type(evidence, 'https://wiki.example.com');
    const send = dialog.getByRole('button', { name: 'Record the answer' });
    await userEvent.click(send);

    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'which is not attestable',
    );
    expect(evidence).toHaveValue('https://wiki.example.com');
    expect(onDone).not.toHaveBeenCalled();
    await userEvent.click(send);
    await waitFor(() => expect(onDone).toHaveBeenCalled());
  });

  it('is withdrawn', async () => {
    const evaluation = anEvaluation();
    const { entityRef } = evaluation.entity;
    const answer = createAttestation({
      entityRef,
      checkId: 'incident-process',
    });
    const { api, verbs } = setup({
      evaluation,
      api: new FakeAutonomyApi({ attestations: [answer] }),
      check: open({
        state: 'pass',
        attestation: {
          id: answer.id,
          answer: 'yes',
          attestedAt: answer.recordedAt,
          expiresAt: answer.expiresAt,
        },
      }),
    });

    const dialog = await openDialog('Withdraw answer: An incident process');
    await userEvent.click(
      dialog.getByRole('button', { name: 'Withdraw answer' }),
    );

    await waitFor(() => expect(screen.queryByRole('button')).toBeNull());
    expect(await api.listAttestations(entityRef)).toMatchObject([
      { state: 'withdrawn' },
    ]);
    expect(verbs()).toContain('withdraw-attestation');
  });
});

describe('an exemption', () => {
  it('is asked for with its reason, and shown until the board decides', async () => {
    const { api, entityRef, onDone, verbs } = setup();
    const dialog = await openDialog('Request exemption: An incident process');
    expect(
      dialog.getByText('Risk: Nobody knows what to do at night.'),
    ).toBeVisible();
    expect(dialog.getByRole('note')).toHaveTextContent(
      /^It has no effect before .*payments-board decides\.$/,
    );
    const send = dialog.getByRole('button', { name: 'Send the request' });
    const reason = dialog.getByRole('textbox', { name: /Reason/ });

    await userEvent.type(reason, 'too short');
    await userEvent.click(send);
    expect(reason).toHaveAccessibleDescription('At least 10 characters.');
    await userEvent.type(reason, ',{enter}<b>no</b> longer');
    const fortnight = dialog.getByRole('button', { name: '14 days' });
    await userEvent.click(fortnight);
    expect(fortnight).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(send);

    expect(
      await screen.findByText('Reason: too short, <b>no</b> longer'),
    ).toBeVisible();
    expect(screen.getByText(/^Exemption requested by/)).toHaveTextContent(
      /guest until .+, waits for .*payments-board\.$/,
    );
    const { items } = await api.listExemptions({ entity: [entityRef] });
    expect(items).toMatchObject([
      {
        checkId: 'incident-process',
        state: 'requested',
        expiresAt: startOfDay(daysAfter(Date.now(), 14)),
      },
    ]);
    expect(onDone).toHaveBeenCalledTimes(1);

    const again = await openDialog('Withdraw request: An incident process');
    await userEvent.click(
      again.getByRole('button', { name: 'Withdraw request' }),
    );
    expect(
      await screen.findByRole('button', {
        name: 'Request exemption: An incident process',
      }),
    ).toBeVisible();
    expect(verbs()).toEqual(
      expect.arrayContaining(['request-exemption', 'withdraw-exemption']),
    );
  });

  it('that the backend refuses stays as it was typed', async () => {
    const { api, onDone } = setup();
    jest
      .spyOn(api, 'requestExemption')
      .mockRejectedValueOnce(refusal('The request EX-9 is not decided yet'));
    const dialog = await openDialog('Request exemption: An incident process');
    const reason = dialog.getByRole('textbox', { name: /Reason/ });
    await userEvent.type(reason, 'We replace it in spring');
    await userEvent.click(
      dialog.getByRole('button', { name: 'Send the request' }),
    );

    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'The request EX-9 is not decided yet',
    );
    expect(reason).toHaveValue('We replace it in spring');
    expect(onDone).not.toHaveBeenCalled();
  });

  it('from what is mandatory waits for the central board', async () => {
    const guardrail = createGuardrail({
      id: 'reviews',
      title: 'Two reviewers',
      status: 'breached',
      mandatory: true,
    });
    setup({
      check: { ...guardrail.check, state: 'fail' },
      evaluation: anEvaluation({ guardrails: createGuardrails([guardrail]) }),
    });
    const dialog = await openDialog('Request exemption: Two reviewers');

    expect(dialog.getByRole('note')).toHaveTextContent(
      'It has no effect before the central board decides.',
    );
  });

  it('is closed by the keyboard, which is where it was', async () => {
    setup();
    const button = await screen.findByRole('button', {
      name: 'Request exemption: An incident process',
    });
    button.focus();
    await userEvent.keyboard('{enter}');
    expect(screen.getByRole('dialog')).toBeVisible();
    await userEvent.keyboard('{escape}');

    await waitFor(() => expect(button).toHaveFocus());
  });
});

describe('what is offered', () => {
  const exempt = (daysLeft: number) =>
    open({
      state: 'exempt',
      exemption: {
        id: 'EX-1',
        reason: 'It is replaced',
        expiresAt: Date.now() + daysLeft * DAY,
      },
    });

  it.each<[string, Sketch, string[]]>([
    ['for an open check', {}, ['Request exemption']],
    [
      'for one that no machine answers',
      { check: open({ attestable: true }) },
      ['Attest', 'Request exemption'],
    ],
    [
      'without an exemption from accountability',
      { check: open({ attestable: true }), role: 'accountability' },
      ['Attest'],
    ],
    ['for one that passes', { check: open({ state: 'pass' }) }, []],
    ['for one that is announced', { check: open({ state: 'announced' }) }, []],
    ['for one that is exempt for long', { check: exempt(30) }, []],
    ['shortly before that ends', { check: exempt(10) }, ['Request exemption']],
    ['to others', { belongsTo: [BOARD] }, []],
    [
      'to owners in any spelling',
      { belongsTo: [OWNER.toUpperCase()] },
      ['Request exemption'],
    ],
    [
      'to owners who may not ask',
      {
        check: open({ attestable: true }),
        isAllowed: name => name !== 'autonomy.exemption.request',
      },
      ['Attest'],
    ],
    [
      'to owners who may not answer',
      {
        check: open({ attestable: true }),
        isAllowed: name => name !== 'autonomy.attestation.create',
      },
      ['Request exemption'],
    ],
  ])('%s', async (_, sketch, expected) => {
    const api = new FakeAutonomyApi();
    const list = jest.spyOn(api, 'listExemptions');
    setup({ ...sketch, api });

    for (const label of expected) await screen.findByText(label);
    // What is not there is told from nothing only once everything was asked.
    await waitFor(() => expect(list).toHaveBeenCalled());
    await act(async () => {});
    expect(
      screen.queryAllByRole('button').map(each => each.textContent),
    ).toEqual(expected);
  });

  it('is a request to read, and nothing else, for others', async () => {
    const evaluation = anEvaluation();
    const { entityRef } = evaluation.entity;
    setup({
      evaluation,
      api: new FakeAutonomyApi({
        exemptions: [
          createExemption({
            entityRef,
            checkId: 'incident-process',
            state: 'requested',
            requestedBy: '<i>not a ref',
          }),
        ],
      }),
      belongsTo: [],
    });

    expect(
      await screen.findByText(/^Exemption requested by <i>not a ref until/),
    ).toBeVisible();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('is there where the lists cannot be read', async () => {
    const api = new FakeAutonomyApi();
    jest.spyOn(api, 'listExemptions').mockRejectedValue(new Error('down'));
    jest.spyOn(api, 'listAttestations').mockRejectedValue(new Error('down'));
    setup({ api });

    expect(await screen.findByText('Request exemption')).toBeVisible();
  });
});

describe('what the board decided', () => {
  function decided(
    exemption: Parameters<typeof createExemption>[0],
    sketch: Sketch = {},
  ) {
    const evaluation = anEvaluation();
    const recorded = createExemption({
      entityRef: evaluation.entity.entityRef,
      checkId: 'incident-process',
      ...exemption,
    });
    const api = new FakeAutonomyApi({ exemptions: [recorded] });
    const governance = new FakeAutonomyGovernanceApi({
      exemptions: [recorded],
    });
    return {
      governance,
      ...setup({ evaluation, api, governance, belongsTo: [], ...sketch }),
    };
  }

  it('is told with its reason, and a way to the proposal', async () => {
    decided({
      state: 'denied',
      decidedAt: Date.UTC(2026, 10, 20, 12),
      decisionReason: 'The upgrade is two days of work.',
      proposalId: 'P-4',
    });

    expect(
      await screen.findByText('The board denied an exemption on Nov 20, 2026.'),
    ).toBeVisible();
    expect(
      screen.getByText('Reason: The upgrade is two days of work.'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'To the decision of the board' }),
    ).toHaveAttribute('href', '/autonomy/boards/proposals/P-4');
  });

  it('is not told of a check that is met again', async () => {
    decided({ state: 'denied' }, { check: open({ state: 'pass' }) });

    await act(async () => {});
    expect(screen.getByText('the page')).toBeVisible();
    expect(screen.queryByText(/denied/)).not.toBeInTheDocument();
  });

  it('is revoked by a member of the board, with a reason', async () => {
    const { governance, onDone, toasts, verbs } = decided(
      { state: 'in-force' },
      { check: open({ state: 'exempt' }), belongsTo: [BOARD] },
    );
    const dialog = await openDialog('Revoke exemption: An incident process');
    const send = dialog.getByRole('button', { name: 'Revoke exemption' });
    await userEvent.click(send);
    expect(dialog.getByText('At least 10 characters.')).toBeVisible();
    await userEvent.type(
      dialog.getByRole('textbox', { name: /Reason/ }),
      'The risk has become real.',
    );
    await userEvent.click(send);

    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(toasts()).toEqual([expect.stringMatching(/^Exemption revoked/)]);
    expect(verbs()).toContain('revoke-exemption');
    await expect(
      governance.revokeExemption('EX-31', 'Once more.'),
    ).rejects.toThrow('is revoked');
  });

  it.each<[string, Sketch]>([
    ['the owners', { belongsTo: [OWNER, BOARD] }],
    [
      'whoever is on no board',
      {
        governance: new FakeAutonomyGovernanceApi({
          boards: [createBoard({ member: false })],
        }),
      },
    ],
    [
      'a member without the permission',
      {
        belongsTo: [BOARD],
        isAllowed: permission => permission !== 'autonomy.exemption.decide',
      },
    ],
  ])('is not for %s to revoke', async (_, sketch) => {
    decided(
      { state: 'in-force' },
      { check: open({ state: 'exempt' }), ...sketch },
    );

    expect(
      await screen.findByText(/^The board approved an exemption on/),
    ).toBeVisible();
    await act(async () => {});
    expect(
      screen.queryByRole('button', { name: /Revoke/ }),
    ).not.toBeInTheDocument();
  });

  it('says who revoked it and why', async () => {
    decided({
      state: 'revoked',
      revokedAt: Date.UTC(2026, 10, 20, 12),
      revokedBy: 'user:default/bo',
      revokedReason: 'The risk has become real.',
    });

    expect(
      await screen.findByText(/^The exemption was revoked by/),
    ).toHaveTextContent('by bo on Nov 20, 2026.');
    expect(screen.getByText('Reason: The risk has become real.')).toBeVisible();
  });
});

it('reads what owners did once for a page, and again for a newer evaluation', async () => {
  const api = new FakeAutonomyApi();
  const list = jest.spyOn(api, 'listExemptions');
  const evaluation = anEvaluation();
  const checks = ['a', 'b', 'c'].map(id => open({ id, title: id }));
  const page = ({ evaluatedAt }: { evaluatedAt: number }) => (
    <>
      {checks.map(check => (
        <CheckActions
          key={check.id}
          check={check}
          role={check.role}
          evaluation={{ ...evaluation, evaluatedAt }}
          onDone={jest.fn()}
        />
      ))}
    </>
  );
  const first = renderActions(page({ evaluatedAt: 1 }), { api });
  await screen.findByRole('button', { name: 'Request exemption: c' });
  expect(list).toHaveBeenCalledTimes(1);
  first.unmount();

  renderActions(page({ evaluatedAt: 1 }), { api });
  await screen.findByRole('button', { name: 'Request exemption: a' });
  expect(list).toHaveBeenCalledTimes(2);
});
