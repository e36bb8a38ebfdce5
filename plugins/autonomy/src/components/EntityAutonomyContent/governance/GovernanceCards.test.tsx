import {
  createAudit,
  createGrant,
  createPlan,
  createProposal,
  FakeAutonomyApi,
  FakeAutonomyGovernanceApi,
  type FakeAutonomyGovernanceApiOptions,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { anEvaluation } from '../../actions/__testUtils__/renderActions';
import { renderGovernance } from '../../actions/__testUtils__/renderGovernance';
import { GovernanceCards } from './GovernanceCards';

function setup(
  records: (entityRef: string) => FakeAutonomyGovernanceApiOptions = () => ({}),
  as: { belongsTo?: string[]; isAllowed?: (name: string) => boolean } = {},
) {
  const evaluation = anEvaluation();
  const { entityRef } = evaluation.entity;
  const governance = new FakeAutonomyGovernanceApi(records(entityRef));
  const onChanged = jest.fn();
  const view = renderGovernance(
    <GovernanceCards evaluation={evaluation} onChanged={onChanged} />,
    {
      governance,
      api: new FakeAutonomyApi({ evaluations: [evaluation] }),
      ...as,
    },
  );
  return { ...view, entityRef, governance, onChanged };
}

const part = (name: string) => within(screen.getByRole('region', { name }));

describe('what boards decide about an entity', () => {
  it('is listed with where it stands and where to go on', async () => {
    const { governance, onChanged } = setup(entityRef => ({
      plans: [createPlan({ entityRef })],
      grants: [createGrant({ entityRef })],
      proposals: [createProposal({ entityRef })],
      audits: [createAudit({ entityRef })],
    }));
    const revokeGrant = jest.spyOn(governance, 'revokeGrant');

    expect(
      await screen.findByRole('link', {
        name: 'Safer releases of card payments',
      }),
    ).toHaveAttribute('href', '/autonomy/plans/PLAN-12');
    const [grant] = await part('Grants').findAllByRole('listitem');
    expect(grant).toHaveTextContent('Deployment: peer reviewin force');
    expect(grant).toHaveTextContent(
      /until .* · consult was recommended · trial, fails at an incident of high severity or worse/,
    );
    const decision = await screen.findByRole('link', { name: /^Promotion:/ });
    expect(decision).toHaveAttribute('href', '/autonomy/boards/proposals/P-1');
    const audit = await screen.findByRole('link', {
      name: /^Audit of the quarter, /,
    });
    expect(audit).toHaveAttribute('href', '/autonomy/audits/A-3');
    // One of an entity is open at a time.
    expect(
      screen.queryByRole('button', { name: 'Ask for an audit' }),
    ).not.toBeInTheDocument();

    fireEvent.click(
      screen.getByRole('button', { name: 'Revoke: grant in Deployment' }),
    );
    const dialog = within(screen.getByRole('dialog'));
    fireEvent.change(dialog.getByLabelText(/Reason/), {
      target: { value: 'It was taken too far.' },
    });
    fireEvent.click(dialog.getByRole('button', { name: 'Revoke' }));
    await waitFor(() =>
      expect(revokeGrant).toHaveBeenCalledWith('G-5', 'It was taken too far.'),
    );
    expect(await screen.findByText('revoked')).toBeVisible();
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  it('can be begun by owners: a plan, a grant, an audit', async () => {
    const { entityRef, governance } = setup();
    const openAudit = jest.spyOn(governance, 'openAudit');
    expect(await screen.findByText('No plan has been drafted.')).toBeVisible();
    expect(
      screen.getByText('Nothing has been granted, and nothing was asked for.'),
    ).toBeVisible();
    expect(
      await screen.findByRole('button', { name: 'Draft a plan' }),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Propose a grant' }),
    ).toBeVisible();

    fireEvent.click(
      await screen.findByRole('button', { name: 'Ask for an audit' }),
    );
    const dialog = within(screen.getByRole('dialog'));
    fireEvent.change(dialog.getByLabelText(/Reason/), {
      target: { value: 'We have a new team lead.' },
    });
    fireEvent.click(dialog.getByRole('button', { name: 'Open the audit' }));
    await waitFor(() =>
      expect(openAudit).toHaveBeenCalledWith({
        entityRef,
        reason: 'We have a new team lead.',
      }),
    );
    expect(
      await screen.findByRole('link', { name: /^Asked for, / }),
    ).toBeVisible();
  });

  it.each<[string, Parameters<typeof setup>[1]]>([
    ['without permission', { isAllowed: () => false }],
    ['without belonging', { belongsTo: ['group:default/x'] }],
  ])('is shown and not offered %s', async (name, as) => {
    setup(
      name === 'without belonging' ? () => ({ boards: [] }) : undefined,
      as,
    );
    expect(await screen.findByText('No audit has been held.')).toBeVisible();
    expect(await screen.findByText(/Nothing waits for a board/)).toBeVisible();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('is moved, not asked for, by a member of the board', async () => {
    setup(undefined, { belongsTo: [] });
    fireEvent.click(
      await screen.findByRole('button', { name: 'Propose a grant' }),
    );
    expect(screen.getByRole('dialog', { name: 'Move a grant' })).toBeVisible();
  });

  it('says which part cannot be read, and reads it again', async () => {
    const evaluation = anEvaluation();
    const governance = new FakeAutonomyGovernanceApi();
    jest
      .spyOn(governance, 'listGrants')
      .mockRejectedValueOnce(new Error('The database is away'));
    renderGovernance(
      <GovernanceCards evaluation={evaluation} onChanged={() => {}} />,
      { governance },
    );
    expect(
      await part('Grants').findByText('The database is away'),
    ).toBeVisible();
    expect(screen.getByText('No plan has been drafted.')).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/Nothing has been granted/)).toBeVisible();
  });
});
