import type {
  AuditSide,
  RecordedAudit,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  createAudit,
  createAuditRating,
  FakeAutonomyApi,
  FakeAutonomyGovernanceApi,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { anEvaluation } from '../actions/__testUtils__/renderActions';
import { renderGovernance } from '../actions/__testUtils__/renderGovernance';
import { AuditsPage } from './AuditsPage';

const GUEST = 'user:default/guest';

interface Sketch {
  path?: string;
  more?: RecordedAudit[];
  belongsTo?: string[];
}

/** An audit of a service of its own, with others beside it. */
function setup(overrides: Partial<RecordedAudit>, sketch: Sketch = {}) {
  const evaluation = anEvaluation();
  const audit = createAudit({
    entityRef: evaluation.entity.entityRef,
    ...overrides,
  });
  const governance = new FakeAutonomyGovernanceApi({
    audits: [audit, ...(sketch.more ?? [])],
  });
  const view = renderGovernance(<AuditsPage />, {
    governance,
    api: new FakeAutonomyApi({ evaluations: [evaluation] }),
    path: sketch.path ?? `/audits/${audit.id}`,
    belongsTo: sketch.belongsTo,
  });
  return { ...view, audit, evaluation, governance };
}

const choose = (name: string) =>
  fireEvent.click(screen.getByRole('radio', { name }));

describe('the list of audits', () => {
  it('shows the first due first, and what waits for the reader', async () => {
    const { governance } = setup(
      { dueAt: Date.now() + 86_400_000 },
      {
        path: '/audits?state=rating&state=nonsense',
        more: [
          createAudit({
            id: 'A-9',
            entityRef: 'component:default/ledger',
            entityTitle: 'Ledger',
            cause: 'new-owner',
            dueAt: Date.now() - 1,
            rated: ['team'],
            may: { rate: 'board', agree: false },
          }),
        ],
      },
    );
    const listAudits = jest.spyOn(governance, 'listAudits');

    const table = await screen.findByRole('table', { name: 'Trust audits' });
    const [, first, second] = within(table).getAllByRole('row');
    expect(within(first).getByRole('link', { name: 'Ledger' })).toHaveAttribute(
      'href',
      '/autonomy/audits/A-9',
    );
    expect(first).toHaveTextContent(
      'New owner being ratedthe team has ratedrate for the board',
    );
    expect(first).toHaveTextContent('overdue');
    expect(second).toHaveTextContent('nobody has rated yetrate for the team');

    fireEvent.change(screen.getByLabelText('Whose audits'), {
      target: { value: 'boards' },
    });
    await waitFor(() =>
      expect(listAudits).toHaveBeenLastCalledWith({
        state: ['rating'],
        board: ['group:default/payments-board'],
      }),
    );
    expect(screen.getByLabelText('address')).toHaveTextContent(
      '?view=boards&state=rating',
    );
  });

  it('asks for the entities of the reader, and says where there are none', async () => {
    const { evaluation, governance } = setup(
      {},
      { path: '/audits?view=teams' },
    );
    const listAudits = jest.spyOn(governance, 'listAudits');
    await screen.findByRole('table', { name: 'Trust audits' });
    fireEvent.change(screen.getByLabelText('Whose audits'), {
      target: { value: '' },
    });
    fireEvent.change(screen.getByLabelText('Whose audits'), {
      target: { value: 'teams' },
    });
    await waitFor(() =>
      expect(listAudits).toHaveBeenLastCalledWith(
        expect.objectContaining({ entity: [evaluation.entity.entityRef] }),
      ),
    );
  });

  it('rates several as recommended, and keeps those that it is refused for', async () => {
    const others = ['ledger', 'refunds'].map(name =>
      createAudit({
        id: name,
        entityRef: `component:default/${name}`,
        entityTitle: name,
      }),
    );
    const { governance, toasts } = setup(
      { may: { agree: false } },
      { path: '/audits', more: others },
    );
    const rateAll = jest
      .spyOn(governance, 'rateAllAsRecommended')
      .mockResolvedValueOnce({
        results: [
          { id: 'ledger', status: 'accepted', audit: others[0] },
          { id: 'refunds', status: 'refused', error: 'Rated already' },
        ],
      });
    fireEvent.click(
      await screen.findByRole('checkbox', {
        name: 'Choose all that wait for your rating',
      }),
    );
    // What does not wait for a rating cannot be chosen.
    expect(screen.getAllByRole('checkbox')).toHaveLength(3);
    expect(screen.getByText('2 chosen')).toBeVisible();
    fireEvent.click(
      screen.getByRole('button', { name: 'Rate as recommended' }),
    );
    const dialog = within(
      screen.getByRole('dialog', { name: 'Rate 2 audits as recommended' }),
    );
    fireEvent.click(
      dialog.getByRole('button', { name: 'Rate as recommended' }),
    );

    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'Rated: 1. Not rated: refunds (Rated already)',
    );
    expect(rateAll).toHaveBeenCalledWith(['ledger', 'refunds'], undefined);
    expect(
      dialog.getAllByRole('listitem').map(item => item.textContent),
    ).toEqual(['refunds']);
    expect(toasts()).toEqual(['1 audit rated.']);
  });

  it('has nothing for who owns nothing', async () => {
    setup({}, { path: '/audits?view=teams', belongsTo: ['group:default/x'] });
    expect(await screen.findByText('Nothing of yours')).toBeVisible();
  });
});

describe('rating', () => {
  it('fills in what is recommended, waits for the other side, and leads on to the next', async () => {
    const { audit, governance, toasts, verbs } = setup(
      {},
      {
        more: [
          createAudit({
            id: 'A-9',
            entityRef: 'component:default/ledger',
            entityTitle: 'Ledger',
          }),
        ],
      },
    );
    const rate = jest.spyOn(governance, 'rate');
    const send = await screen.findByRole('button', { name: 'Rate' });
    expect(
      screen.getByRole('heading', { name: 'Rate for the team' }),
    ).toBeVisible();
    const table = screen.getByRole('table', { name: 'Rating of every area' });
    expect(
      within(table).getByRole('row', { name: /^Deployment/ }),
    ).toHaveTextContent('Deploymentpeer reviewpeer review');

    fireEvent.click(send);
    expect(screen.getByRole('alert')).toHaveTextContent(
      '11 areas have no rating.',
    );
    expect(
      screen.getByRole('radio', { name: 'Tooling: approval' }),
    ).toHaveFocus();

    fireEvent.click(
      screen.getByRole('button', { name: 'Rate as recommended' }),
    );
    choose('Deployment: decide');
    fireEvent.change(screen.getByRole('textbox', { name: 'Note' }), {
      target: { value: 'Nobody waits\nfor us.' },
    });
    fireEvent.click(send);

    expect(
      await screen.findByText(/Waiting for the board\. What it says is shown/),
    ).toBeVisible();
    expect(rate).toHaveBeenCalledWith(audit.id, {
      ratings: expect.objectContaining({
        deployment: 5,
        'data-access': 2,
        tooling: 5,
      }),
      note: 'Nobody waits for us.',
    });
    expect(Object.keys(rate.mock.calls[0][1].ratings)).toHaveLength(11);
    expect(screen.queryByRole('radio')).not.toBeInTheDocument();
    expect(verbs()).toContain('rate-audit');
    expect(toasts()).toEqual(['Rated.']);
    expect(
      await screen.findByRole('link', {
        name: 'Next audit that waits for you: Ledger',
      }),
    ).toHaveAttribute('href', '/autonomy/audits/A-9');
  });

  it('shows nothing of the other side before both are there', async () => {
    setup({
      rated: ['board'],
      board: createAuditRating({ note: 'We are worried.' }, 1),
      state: 'rating',
      may: { rate: 'team', agree: false },
    });
    expect(await screen.findByText('the board has rated')).toBeVisible();
    await screen.findByRole('button', { name: 'Rate' });
    expect(screen.queryByText(/We are worried/)).not.toBeInTheDocument();
    for (const radio of screen.getAllByRole('radio')) {
      expect(radio).not.toBeChecked();
    }
  });

  it('keeps what was chosen where somebody else was quicker', async () => {
    const { governance } = setup({});
    jest.spyOn(governance, 'rate').mockRejectedValue(
      Object.assign(new Error('Request failed'), {
        statusCode: 409,
        cause: new Error('The team has rated already'),
      }),
    );
    fireEvent.click(
      await screen.findByRole('button', { name: 'Rate as recommended' }),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Rate' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The team has rated already Show what is so now',
    );
    expect(
      screen.getByRole('radio', { name: 'Tooling: decide' }),
    ).toBeChecked();
  });

  it.each<[string, Partial<RecordedAudit>, string]>([
    [
      'a reader on neither side',
      { may: { agree: false } },
      'Not to be seen yet',
    ],
    [
      'an audit that lapsed',
      { state: 'lapsed', may: { agree: false } },
      'Nobody agreed in time',
    ],
  ])('says why there is nothing to rate for %s', async (_, audit, text) => {
    setup(audit);
    expect(await screen.findByText(text)).toBeVisible();
    expect(screen.queryByRole('radio')).not.toBeInTheDocument();
  });

  it('says where there is no such audit, and where it cannot be read', async () => {
    const { governance } = setup({}, { path: '/audits/nowhere' });
    expect(await screen.findByText('No such audit')).toBeVisible();
    jest
      .spyOn(governance, 'getAudit')
      .mockRejectedValueOnce(new Error('The database is away'));
    renderGovernance(<AuditsPage />, { governance, path: '/audits/A-3' });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is away',
    );
  });
});

describe('an agreement', () => {
  const team = createAuditRating({ ratings: { deployment: 5 }, note: 'Us' });
  const board = createAuditRating({
    ratings: { deployment: 2 },
    ratedBy: 'user:default/bo',
  });
  const own = (side: AuditSide) => (side === 'team' ? { team } : { board });

  it('compares both, takes what they share, and is kept with what follows', async () => {
    const { audit, governance } = setup({ ...own('team'), ...own('board') });
    const agree = jest.spyOn(governance, 'agree');
    const table = await screen.findByRole('table', {
      name: 'Team and board side by side',
    });
    const row = within(table).getByRole('row', { name: /^Deployment/ });
    expect(row).toHaveTextContent(
      'Deploymentdecideconsultno grantpeer review' +
        'The team sees 3 steps more than the board. ' +
        'Team 2 steps above what is recommended, board 1 step below what is recommended.',
    );
    expect(screen.getByText(/Rated for the team by/)).toHaveTextContent(': Us');
    const agreed = within(row).getByRole('combobox');
    expect(agreed).toHaveValue('');
    expect(
      screen.getByRole('combobox', { name: 'Agreed right in Tooling' }),
    ).toHaveValue('3');

    fireEvent.click(
      screen.getByRole('button', { name: 'Record the agreement' }),
    );
    expect(agreed).toHaveAccessibleName('Agreed right in Deployment');
    expect(agreed).toBeInvalid();
    fireEvent.change(agreed, { target: { value: '4' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add action' }));
    const action = within(screen.getByRole('group', { name: 'Action 1' }));
    fireEvent.change(action.getByLabelText('Area'), {
      target: { value: 'deployment' },
    });
    fireEvent.click(
      screen.getByRole('button', { name: 'Record the agreement' }),
    );
    expect(agree).not.toHaveBeenCalled();
    fireEvent.change(action.getByLabelText(/What is to be done/), {
      target: { value: 'Try deployments without review' },
    });
    fireEvent.change(screen.getByLabelText(/Summary/), {
      target: { value: 'The rollback works by now.' },
    });
    fireEvent.click(
      screen.getByRole('button', { name: 'Record the agreement' }),
    );

    expect(
      await screen.findByRole('heading', { name: 'What was agreed on' }),
    ).toBeVisible();
    expect(agree).toHaveBeenCalledWith(audit.id, {
      agreed: expect.objectContaining({ deployment: 4, tooling: 3 }),
      summary: 'The rollback works by now.',
      actions: [
        {
          kind: 'grant',
          area: 'deployment',
          title: 'Try deployments without review',
        },
      ],
    });
  });

  it('becomes a trial grant, or a plan, of its own', async () => {
    const { audit, evaluation, governance } = setup({
      ...own('team'),
      ...own('board'),
      state: 'agreed',
      agreed: { deployment: 4 },
      agreedAt: Date.now(),
      agreedBy: GUEST,
      summary: 'Let them try.',
      may: { agree: false },
      actions: [
        {
          kind: 'grant',
          area: 'deployment',
          title: 'Try deployments without review',
        },
        { kind: 'plan', title: 'A plan that is made', ref: 'PLAN-3' },
      ],
    });
    const proposeGrant = jest.spyOn(governance, 'proposeGrant');
    expect(
      await screen.findByRole('link', { name: 'To the plan' }),
    ).toHaveAttribute('href', '/autonomy/plans/PLAN-3');

    fireEvent.click(
      await screen.findByRole('button', {
        name: 'Make it a trial grant: Try deployments without review',
      }),
    );
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByLabelText('Decision area')).toHaveValue('deployment');
    expect(dialog.getByLabelText('Right')).toHaveValue('4');
    expect(
      dialog.getByRole('checkbox', { name: 'It is a trial' }),
    ).toBeChecked();
    fireEvent.click(dialog.getByRole('button', { name: 'Ask the board' }));

    await waitFor(() =>
      expect(proposeGrant).toHaveBeenCalledWith(
        expect.objectContaining({
          entityRef: evaluation.entity.entityRef,
          area: 'deployment',
          right: 4,
          trial: { failsFrom: 'medium' },
          reason: 'Try deployments without review',
          auditId: audit.id,
        }),
      ),
    );
  });
});
