import type { RecordedPlan } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  createIncident,
  createPlan,
  createPlanPowers,
  FakeAutonomyApi,
  FakeAutonomyGovernanceApi,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { anEvaluation } from '../actions/__testUtils__/renderActions';
import { renderGovernance } from '../actions/__testUtils__/renderGovernance';
import { PlansPage } from './PlansPage';

const DAY = 86_400_000;

function setup(overrides: Partial<RecordedPlan> = {}, path?: string) {
  const evaluation = anEvaluation();
  const { entityRef } = evaluation.entity;
  const plan = createPlan({ entityRef, ...overrides });
  const governance = new FakeAutonomyGovernanceApi({
    plans: [plan],
    repairAdvice: {
      [entityRef]: [
        {
          incident: { source: 'pagerduty', id: 'PAY-1042' },
          approach: 'full-restriction',
          reasons: ['severity', 'irreversible', 'class', 'safety'],
          severity: 'critical',
          class: 'legal',
          irreversible: true,
          trustBefore: { value: 0.41, weak: true, areas: [] },
          safety: { level: 'low', mean: 2.14 },
        },
      ],
    },
  });
  const view = renderGovernance(<PlansPage />, {
    governance,
    api: new FakeAutonomyApi({
      evaluations: [evaluation],
      incidents: [createIncident({ entityRef })],
    }),
    path: path ?? `/plans/${plan.id}`,
  });
  return { ...view, governance, plan };
}

const act = (label: string) =>
  fireEvent.click(
    screen.getByRole('button', {
      name: `${label}: Safer releases of card payments`,
    }),
  );

function send(name: string) {
  const dialog = within(screen.getByRole('dialog'));
  fireEvent.change(dialog.getByLabelText(/Reason|Why you stand behind it/), {
    target: { value: 'The rollback is rehearsed.' },
  });
  fireEvent.click(dialog.getByRole('button', { name }));
}

describe('the list of plans', () => {
  it('shows where each stands, and narrows by state', async () => {
    const { governance } = setup({}, '/plans?state=draft&state=nonsense');
    const listPlans = jest.spyOn(governance, 'listPlans');
    const table = await screen.findByRole('table', {
      name: 'Recalibration plans',
    });
    const [, row] = within(table).getAllByRole('row');
    expect(
      within(row).getByRole('link', {
        name: 'Safer releases of card payments',
      }),
    ).toHaveAttribute('href', '/autonomy/plans/PLAN-12');
    expect(row).toHaveTextContent('Targeted guardrails');
    expect(row).toHaveTextContent('draft, not signed');
    expect(row).toHaveTextContent('Deployment at most consult');
    expect(row).toHaveTextContent('1 of 2 criteria met');
    expect(listPlans.mock.calls.every(([request]) => request)).toBe(true);
  });

  it('says that there is none, and what went wrong', async () => {
    const governance = new FakeAutonomyGovernanceApi();
    renderGovernance(<PlansPage />, { governance, path: '/plans' });
    expect(await screen.findByText('No plan')).toBeVisible();
    jest
      .spyOn(governance, 'listPlans')
      .mockRejectedValueOnce(new Error('The database is away'));
    renderGovernance(<PlansPage />, { governance, path: '/plans' });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is away',
    );
  });
});

describe('a plan', () => {
  it('that ended by itself with its criteria met is completed', async () => {
    setup({ state: 'completed', endedAt: Date.now() - DAY });
    expect(
      await screen.findByText(/^It is completed: 0\.50 of each loss/),
    ).toBeVisible();
  });

  it('that was given up promises nothing', async () => {
    setup({ state: 'lapsed', endedAt: Date.now() - DAY });
    expect(
      await screen.findByText(/^PAY-1042 takes 0\.535 of the trust/),
    ).toBeVisible();
    expect(screen.queryByText(/of each loss of trust is left/)).toBeNull();
  });

  it('says why, what, who signed and what it was worth', async () => {
    setup({
      state: 'completed',
      completedAt: Date.now() - 10 * DAY,
      endedAt: Date.now() - 10 * DAY,
      endReason: 'Two rehearsals in a row went well.',
      supportedBy: 'group:default/enablers',
      auditId: 'A-3',
    });
    expect(
      await screen.findByRole('heading', {
        name: 'Safer releases of card payments',
      }),
    ).toBeVisible();
    expect(screen.getByText('completed')).toBeVisible();
    expect(await screen.findByText('Deployment at most consult')).toBeVisible();
    expect(
      screen.getByText(/: Two rehearsals in a row went well\./),
    ).toBeVisible();
    expect(
      await screen.findByText(
        'After PAY-1042: Full restriction is advised, because:',
      ),
    ).toBeVisible();
    for (const reason of [
      'What happened cannot be undone.',
      'What happened is classed as: legal.',
      'How safe it is to speak up is low: 2.1 of 5 in the last pulse.',
      'Team and board may decide for another approach.',
    ]) {
      expect(screen.getByText(reason)).toBeVisible();
    }
    expect(
      screen.getByRole('link', { name: 'the disagreement in a trust audit' }),
    ).toHaveAttribute('href', '/autonomy/audits/A-3');
    expect(
      screen.getByRole('link', { name: 'To the votes of the board' }),
    ).toHaveAttribute('href', '/autonomy/boards/proposals/P-12');
    const met = screen.getByText('Requests are traced').closest('li')!;
    expect(within(met).getByRole('img')).toHaveAccessibleName('met');
    expect(
      await screen.findByRole('link', {
        name: /^Card payments failed for two hours · PAY-1042/,
      }),
    ).toBeVisible();
    expect(
      await screen.findByText(
        /PAY-1042 takes 0\.535 of the trust in Deployment; without learning it would be 0\.713 \(share left: 0\.75\)\./,
      ),
    ).toBeVisible();
    expect(
      await screen.findByText(
        /0\.50 of each loss of trust is left; and 0\.25 from/,
      ),
    ).toBeVisible();
  });

  it('is signed for the team, and then waits for the board', async () => {
    const { governance, toasts } = setup();
    const signPlan = jest.spyOn(governance, 'signPlan');
    expect(
      (await screen.findAllByText(/Not signed yet\. Nothing is capped/)).length,
    ).toBe(2);
    act('Sign for the team');
    const dialog = within(screen.getByRole('dialog'));
    fireEvent.click(dialog.getByRole('button', { name: 'Sign' }));
    expect(
      dialog.getByLabelText(/Why you stand behind it/),
    ).toHaveAccessibleDescription('At least 10 characters.');
    send('Sign');
    await waitFor(() =>
      expect(signPlan).toHaveBeenCalledWith('PLAN-12', {
        revision: 1,
        comment: 'The rollback is rehearsed.',
      }),
    );
    expect(await screen.findByText(/^Signed by/)).toBeVisible();
    expect(toasts()).toEqual(['Signed.']);
    expect(
      screen.queryByRole('button', { name: /^Sign for the team/ }),
    ).not.toBeInTheDocument();
  });

  it('is extended within what the policy allows, and moved to its end', async () => {
    const endsAt = Date.now() + 3 * DAY;
    const { governance } = setup({
      state: 'active',
      endsAt,
      may: createPlanPowers({ extend: true, complete: true, lift: true }),
    });
    const movePlan = jest.spyOn(governance, 'movePlan');
    await screen.findByRole('heading', { name: /^Safer releases/ });
    act('Extend');
    const until = screen.getByLabelText(/Until/);
    fireEvent.change(until, { target: { value: '2099-01-01' } });
    send('Move to extend it');
    await waitFor(() =>
      expect(until).toHaveAccessibleDescription(
        'After its end, and within 90 days of it.',
      ),
    );
    expect(movePlan).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );

    act('Complete');
    expect(screen.getByText('1 criterion is not met yet.')).toBeVisible();
    send('Move to complete it');
    await waitFor(() =>
      expect(movePlan).toHaveBeenCalledWith('PLAN-12', {
        change: 'complete',
        reason: 'The rollback is rehearsed.',
        until: undefined,
      }),
    );
    expect(
      await screen.findByRole('link', {
        name: 'a change that is with the board',
      }),
    ).toBeVisible();
  });

  it('offers what is so now where somebody else was quicker', async () => {
    const { governance } = setup();
    jest.spyOn(governance, 'withdrawPlan').mockRejectedValue(
      Object.assign(new Error('no'), {
        statusCode: 409,
        cause: new Error('It is no draft any more'),
      }),
    );
    const getPlan = jest.spyOn(governance, 'getPlan');
    await screen.findByRole('heading', { name: /^Safer releases/ });
    act('Withdraw');
    fireEvent.click(
      within(screen.getByRole('dialog')).getByRole('button', {
        name: 'Withdraw',
      }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'It is no draft any more',
    );
    const asked = getPlan.mock.calls.length;
    fireEvent.click(
      screen.getByRole('button', { name: 'Show what is so now' }),
    );
    await waitFor(() => expect(getPlan.mock.calls.length).toBe(asked + 1));
  });

  it('says where there is none', async () => {
    setup({}, '/plans/nowhere');
    expect(await screen.findByText('No such plan')).toBeVisible();
    expect(screen.getByRole('link', { name: 'All plans' })).toHaveAttribute(
      'href',
      '/autonomy/plans',
    );
  });
});
