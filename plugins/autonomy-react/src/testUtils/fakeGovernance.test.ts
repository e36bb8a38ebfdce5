import { createAudit, createAuditRating } from './createAudit';
import { createAuditLogEntry } from './createBoard';
import { createExemption } from './createExemption';
import { createGrant } from './createGrant';
import { createMismatch } from './createMismatch';
import { createPlan, createPlanPowers } from './createPlan';
import { createProposal, createProposalPowers } from './createProposal';
import { FakeAutonomyGovernanceApi } from './FakeAutonomyGovernanceApi';

const ENTITY = 'component:default/payments-api';
const BOARD = 'group:default/payments-board';
const DAY = 86_400_000;
const YES = { vote: 'approve', comment: 'The figures speak for it.' } as const;

describe('FakeAutonomyGovernanceApi', () => {
  it('decides with the vote that makes the quorum', async () => {
    const api = new FakeAutonomyGovernanceApi({
      proposals: [
        createProposal(),
        createProposal({ id: 'P-2', votes: [], openedAt: 1 }),
        createProposal({ id: 'P-3', state: 'lapsed' }),
      ],
    });
    const { proposals } = await api.getAgenda(BOARD);
    expect(proposals.map(({ id }) => id)).toEqual(['P-2', 'P-1']);

    const { results } = await api.voteOnAll(['P-1', 'P-2', 'P-3'], YES);

    expect(results).toMatchObject([
      { status: 'accepted', proposal: { state: 'approved' } },
      { status: 'accepted', proposal: { state: 'open', may: { vote: false } } },
      { status: 'refused', error: 'The proposal P-3 is lapsed' },
    ]);
    await expect(api.vote('P-2', YES)).rejects.toThrow(
      'You cannot vote: voted',
    );
    const { items } = await api.listProposals({ state: ['open'] });
    expect(items.map(({ id }) => id)).toEqual(['P-2']);
  });

  it('withdraws and appeals as the powers say', async () => {
    const api = new FakeAutonomyGovernanceApi({
      proposals: [
        createProposal({
          state: 'rejected',
          may: createProposalPowers({ appeal: true }),
        }),
      ],
    });
    await expect(api.withdrawProposal('P-1')).rejects.toThrow('may not');

    const appeal = await api.appeal('P-1', 'The figures were old.');

    expect(appeal).toMatchObject({ appealOf: 'P-1', state: 'open' });
    expect(await api.getProposal('P-1')).toMatchObject({
      appealId: appeal.id,
      may: { appeal: false },
    });
    expect(await api.withdrawProposal(appeal.id)).toMatchObject({
      state: 'withdrawn',
    });
  });

  it('opens a proposal for a grant, and ends one', async () => {
    const api = new FakeAutonomyGovernanceApi({ grants: [createGrant()] });
    const asked = await api.proposeGrant({
      entityRef: ENTITY,
      area: 'security',
      right: 4,
      reason: 'The new vault is in place.',
      expiresAt: Date.now() + DAY,
    });

    expect(asked).toMatchObject({ state: 'proposed', area: 'security' });
    expect(await api.getProposal(asked.proposalId)).toMatchObject({
      content: { matter: 'grant', grantId: asked.id },
      may: { vote: false, withdraw: true },
    });
    expect(await api.revokeGrant('G-5', 'It failed.')).toMatchObject({
      state: 'revoked',
      revokedReason: 'It failed.',
    });
    await expect(api.revokeGrant('G-5', 'It failed.')).rejects.toThrow(
      'may not',
    );
  });

  it('has a plan begin once both have signed', async () => {
    const { approach, areas, entityRef, incidents, reason, title } =
      createPlan();
    const api = new FakeAutonomyGovernanceApi({
      plans: [
        createPlan({
          id: 'PLAN-1',
          startsAt: 1,
          team: { signedBy: 'user:default/dana', signedAt: 1, comment: 'Yes.' },
          may: createPlanPowers({ sign: 'board' }),
        }),
      ],
    });
    const draft = await api.draftPlan({
      ...{ approach, areas, entityRef, incidents, reason, title },
      criteria: ['tracing'],
      ...{ startsAt: 1, reviewAt: 2, endsAt: 3 },
    });
    const signature = { revision: 1, comment: 'We stand behind it.' };

    expect(draft).toMatchObject({ state: 'draft', may: { sign: 'team' } });
    await expect(
      api.signPlan(draft.id, { ...signature, revision: 7 }),
    ).rejects.toThrow('expected revision 7, found 1');
    const signed = await api.signPlan(draft.id, signature);
    expect(signed).toMatchObject({
      state: 'draft',
      team: { comment: signature.comment },
    });
    expect((await api.getProposal(signed.proposalId!))?.matter).toBe('plan');
    expect(await api.signPlan('PLAN-1', signature)).toMatchObject({
      state: 'active',
    });
  });

  it('keeps a rating back until the other side has rated', async () => {
    const board = createAuditRating({ ratedBy: 'user:default/bo' }, 2);
    const api = new FakeAutonomyGovernanceApi({
      audits: [
        createAudit({
          ...{ board, state: 'rating', rated: ['board'] },
          may: { rate: 'team', agree: false },
        }),
      ],
    });
    expect(await api.getAudit('A-3')).toMatchObject({ rated: ['board'] });
    expect((await api.getAudit('A-3'))?.board).toBeUndefined();

    const { ratings } = createAuditRating({}, 4);
    const rated = await api.rate('A-3', { ratings });

    expect(rated.board).toEqual(board);
    expect(rated.comparison?.[0]).toMatchObject({ team: 4, board: 2 });
    const agreed = await api.agree('A-3', {
      ...{ agreed: ratings, summary: 'Settled.', actions: [] },
      followUpAt: Date.now() + 90 * DAY,
    });
    expect(await api.getAudit(agreed.followUpId!)).toMatchObject({
      cause: 'follow-up',
      predecessorId: 'A-3',
    });
  });

  it('rates several audits as recommended, each by itself', async () => {
    const api = new FakeAutonomyGovernanceApi({
      audits: [
        createAudit(),
        createAudit({ id: 'A-4', may: { agree: false } }),
      ],
    });

    const { results } = await api.rateAllAsRecommended(['A-3', 'A-4', 'A-5']);

    expect(results).toMatchObject([
      { status: 'accepted', audit: { rated: ['team'] } },
      { status: 'refused', error: expect.stringMatching(/^You may not rate/) },
      { status: 'refused', error: 'There is no audit A-5' },
    ]);
  });

  it('sorts mismatches by priority and counts them', async () => {
    const api = new FakeAutonomyGovernanceApi({
      mismatches: [
        createMismatch({ priority: 4 }),
        createMismatch({ area: 'security', priority: 9 }),
        createMismatch({ area: 'budget', actual: 1 }),
      ],
    });

    const { items } = await api.listMismatches({ kind: 'surplus' });

    expect(items.map(({ area }) => area)).toEqual(['security', 'deployment']);
    expect(await api.getRiskMatrix()).toMatchObject({
      entities: 1,
      cells: [
        { right: 5, areas: 2, surplus: 2 },
        { right: 1, areas: 1, deficit: 1 },
      ],
    });
  });

  it('revokes what is in force, and knows its log', async () => {
    const chain = 'domain:default/payments';
    const api = new FakeAutonomyGovernanceApi({
      exemptions: [createExemption()],
      auditLog: [
        createAuditLogEntry(),
        createAuditLogEntry({ sequence: 2 }),
        createAuditLogEntry({ chain: 'central' }),
      ],
    });

    expect(await api.revokeExemption('EX-31', 'It is fixed.')).toMatchObject({
      state: 'revoked',
      revokedReason: 'It is fixed.',
    });
    await expect(api.revokeExemption('EX-31', 'Again.')).rejects.toThrow(
      'is revoked',
    );
    const { items } = await api.listAuditLog({ chain });
    expect(items.map(({ sequence }) => sequence)).toEqual([2, 1]);
    expect(await api.verifyAuditLog(chain)).toMatchObject({
      entries: 2,
      intact: true,
      head: { sequence: 2 },
    });
    await expect(api.getAgenda('group:default/none')).rejects.toThrow(
      'There is no board',
    );
  });
});
