import type {
  Evaluation,
  RepairAdvice,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  createIncident,
  createRight,
  FakeAutonomyApi,
  FakeAutonomyGovernanceApi,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { anEvaluation, refusal } from './__testUtils__/renderActions';
import { renderGovernance } from './__testUtils__/renderGovernance';
import { GrantDialog } from './grants';
import { NewPlanDialog } from './plans';
import { daysAfter, startOfDay } from './shared';

const DAY = 86_400_000;

function setup(
  element: (evaluation: Evaluation, done: jest.Mock) => ReactElement,
  options: { advice?: RepairAdvice[]; evaluation?: Evaluation } = {},
) {
  const evaluation = options.evaluation ?? anEvaluation();
  const { entityRef } = evaluation.entity;
  const governance = new FakeAutonomyGovernanceApi({
    repairAdvice: { [entityRef]: options.advice ?? [] },
  });
  const done = jest.fn();
  const view = renderGovernance(element(evaluation, done), {
    governance,
    api: new FakeAutonomyApi({
      evaluations: [evaluation],
      incidents: [createIncident({ entityRef })],
    }),
  });
  return { ...view, done, entityRef, evaluation, governance };
}

const type = (label: RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('a grant', () => {
  const dialog =
    (moves: boolean) => (evaluation: Evaluation, done: jest.Mock) =>
      (
        <GrantDialog
          evaluation={evaluation}
          as={{ isOwner: !moves, isBoard: moves, isCentral: false }}
          area="deployment"
          onClose={() => {}}
          onDone={done}
        />
      );

  it('is asked for with an end, a reason and what counts as failure', async () => {
    const { done, entityRef, governance, toasts } = setup(dialog(false));
    const propose = jest.spyOn(governance, 'proposeGrant');
    const submit = await screen.findByRole('button', { name: 'Ask the board' });
    expect(
      screen.getByText('Recommended: peer review. In force now: peer review.'),
    ).toBeVisible();
    expect(
      screen.getByText(
        '1 step more than recommended. It ends on the day below.',
      ),
    ).toBeVisible();

    type(/^Right/, '3');
    expect(
      screen.queryByRole('checkbox', { name: 'It is a trial' }),
    ).not.toBeInTheDocument();
    fireEvent.click(submit);
    expect(screen.getByLabelText(/^Right/)).toHaveAccessibleDescription(
      'That is what is recommended today: it needs no grant.',
    );
    type(/^Right/, '4');
    fireEvent.click(submit);
    expect(screen.getByLabelText(/Reason/)).toHaveAccessibleDescription(
      'At least 10 characters.',
    );
    expect(screen.getByLabelText(/Reason/)).toHaveFocus();
    type(/Reason/, 'The rollback is rehearsed.');
    const until = daysAfter(Date.now(), 45);
    type(/Until/, until);
    fireEvent.click(screen.getByRole('checkbox', { name: 'It is a trial' }));
    type(/It has failed/, 'high');
    fireEvent.click(submit);

    await waitFor(() => expect(done).toHaveBeenCalled());
    expect(propose).toHaveBeenCalledWith({
      entityRef,
      area: 'deployment',
      right: 4,
      reason: 'The rollback is rehearsed.',
      expiresAt: startOfDay(until),
      trial: { failsFrom: 'high' },
      auditId: undefined,
    });
    expect(toasts()).toEqual([
      'Asked. It has no effect before the board decides.',
    ]);
  });

  it('does not exceed a hard cap, nor the time that the policy allows', async () => {
    const story = anEvaluation();
    const capped = createRight({
      area: 'deployment',
      title: 'Deployment',
      caps: [
        { kind: 'level', right: 3, hard: false, actual: 3 },
        {
          kind: 'plan',
          right: 2,
          hard: true,
          ref: 'P',
          title: 'Safer releases',
        },
      ],
    });
    const { governance } = setup(dialog(true), {
      evaluation: { ...story, rights: [capped] },
    });
    const propose = jest.spyOn(governance, 'proposeGrant');
    expect(
      await screen.findByText(
        /Hard cap, plan: Safer releases: consult at the most\. A grant cannot exceed it/,
      ),
    ).toBeVisible();
    type(/Reason/, 'The rollback is rehearsed.');
    type(/Until/, daysAfter(Date.now(), 400));
    fireEvent.click(screen.getByRole('button', { name: 'Move it' }));
    await waitFor(() =>
      expect(screen.getByLabelText(/Until/)).toHaveAccessibleDescription(
        'A day from tomorrow on, at most 90 days ahead.',
      ),
    );
    expect(propose).not.toHaveBeenCalled();
    expect(screen.getByRole('note')).toHaveTextContent(
      'Moving it is your vote. payments-board decides as soon as enough have voted.',
    );
  });

  it('keeps what was typed where the backend refuses', async () => {
    const { done, governance } = setup(dialog(false));
    jest
      .spyOn(governance, 'proposeGrant')
      .mockRejectedValue(refusal('One in the area is proposed already'));
    await screen.findByRole('button', { name: 'Ask the board' });
    type(/Reason/, 'The rollback is rehearsed.');
    fireEvent.click(screen.getByRole('button', { name: 'Ask the board' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'One in the area is proposed already',
    );
    expect(screen.getByLabelText(/Reason/)).toHaveValue(
      'The rollback is rehearsed.',
    );
    expect(done).not.toHaveBeenCalled();
  });
});

describe('a plan', () => {
  const dialog = (evaluation: Evaluation, done: jest.Mock) => (
    <NewPlanDialog evaluation={evaluation} onClose={() => {}} onDone={done} />
  );

  function advised(entityRef: string, now: number): RepairAdvice {
    return {
      incident: { source: 'pagerduty', id: 'PAY-1042' },
      approach: 'targeted-guardrails',
      reasons: ['severity', 'trust-before', 'safety'],
      severity: 'critical',
      class: 'none',
      irreversible: false,
      trustBefore: { value: 0.81, weak: false, areas: [] },
      safety: { level: 'medium' },
      draft: {
        entityRef,
        approach: 'targeted-guardrails',
        areas: ['deployment'],
        cap: 2,
        criteria: [],
        incidents: ['pagerduty/PAY-1042'],
        startsAt: now,
        endsAt: now + 60 * DAY,
      },
    };
  }

  it('begins with what is advised, and why', async () => {
    const now = Date.now();
    const evaluation = anEvaluation();
    const { entityRef } = evaluation.entity;
    const { done, governance } = setup(dialog, {
      evaluation,
      advice: [advised(entityRef, now)],
    });
    const draftPlan = jest.spyOn(governance, 'draftPlan');
    const advice = within(
      await screen.findByRole('region', { name: 'What is advised' }),
    );
    expect(
      advice.getByText('Targeted guardrails is advised, because:'),
    ).toBeVisible();
    expect(
      advice.getAllByRole('listitem').map(item => item.textContent),
    ).toEqual([
      'Its severity was critical.',
      'Trust before it was 0.81: a strong record.',
      'How safe it is to speak up counts as medium: there is no recent pulse.',
    ]);
    expect(screen.getByLabelText('Approach')).toHaveValue(
      'targeted-guardrails',
    );
    expect(
      screen.getByLabelText('Right that remains in the areas'),
    ).toHaveValue('2');
    expect(screen.getByRole('button', { name: 'Deployment' })).toBeVisible();

    fireEvent.click(screen.getByRole('button', { name: 'Save the draft' }));
    expect(screen.getByLabelText(/^Title/)).toHaveFocus();
    expect(
      screen.getByLabelText(/What must be so at its end/),
    ).toHaveAccessibleDescription('Needed.');
    type(/^Title/, 'Safer releases');
    type(/^Reason/, 'Payments failed for two hours.');
    const criteria = screen.getByLabelText(/What must be so at its end/);
    fireEvent.change(criteria, { target: { value: 'Rollback tested' } });
    fireEvent.click(
      await screen.findByRole('option', { name: /^Rollback tested within/ }),
    );
    const support = screen.getByLabelText(/Supporting team/);
    fireEvent.change(support, { target: { value: 'Enab' } });
    await userEvent.click(
      await screen.findByRole('option', { name: 'Enablers' }),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Save the draft' }));

    await waitFor(() => expect(done).toHaveBeenCalledWith('plan-1'));
    const [plan] = draftPlan.mock.calls[0];
    expect(plan).toMatchObject({
      entityRef,
      title: 'Safer releases',
      reason: 'Payments failed for two hours.',
      approach: 'targeted-guardrails',
      areas: ['deployment'],
      cap: 2,
      criteria: ['rollback-tested'],
      supportedBy: 'group:default/enablers',
      incidents: ['pagerduty/PAY-1042'],
    });
    expect(plan.endsAt - plan.startsAt).toBeLessThanOrEqual(60 * DAY);
    expect(plan.startsAt).toBeLessThanOrEqual(now);
  });

  it('begins without advice where there is none, and says so', async () => {
    setup(dialog);
    expect(
      await screen.findByText('There is no incident to give advice about.'),
    ).toBeVisible();
    expect(screen.getByLabelText('Approach')).toHaveValue(
      'collaborative-reset',
    );
    expect(
      screen.getByLabelText('Right that remains in the areas'),
    ).toHaveValue('');
    expect(
      await screen.findByText(/It takes 90 days at the most/),
    ).toBeVisible();
    type(/Approach/, 'full-restriction');
    expect(
      screen.getByLabelText('Right that remains in the areas'),
    ).toHaveValue('1');
    expect(screen.getByText(/It takes 30 days at the most/)).toBeVisible();
  });
});
