import { createAccountability } from './createAccountability';
import { createAttestation } from './createAttestation';
import { createCheck } from './createCheck';
import { createDeployment } from './createDeployment';
import { createEntitySummary } from './createEntitySummary';
import { createEvaluation } from './createEvaluation';
import { createExemption } from './createExemption';
import { sumOfPoints } from './createFigure';
import { createIncident } from './createIncident';
import { createNeed, createNeeds } from './createNeeds';
import { createReadiness } from './createReadiness';
import { FakeAutonomyApi } from './FakeAutonomyApi';
import { FakeAutonomyPolicyApi } from './FakeAutonomyPolicyApi';
import { createSimulatedMove } from './createSimulation';
import { policyTexts } from './policyTexts';

describe('createEvaluation', () => {
  const evaluation = createEvaluation();

  it('has rights that are their smallest cap, or granted up to the hard caps', () => {
    for (const { recommended, effective, caps, grant } of evaluation.rights) {
      expect(recommended).toBe(Math.min(...caps.map(cap => cap.right)));
      const hard = caps.filter(cap => cap.hard).map(cap => cap.right);
      expect(effective).toBe(
        Math.min(...hard, grant ? grant.right : recommended),
      );
    }
  });

  it('has trust that is the sum of its lines, and caps that quote it', () => {
    for (const { area, value, lines } of evaluation.trust) {
      expect(value).toBeCloseTo(
        lines.reduce((sum, line) => sum + line.amount, 0),
      );
      const right = evaluation.rights.find(item => item.area === area);
      expect(right?.caps.find(cap => cap.kind === 'trust')?.actual).toBe(value);
    }
  });

  it('counts its guardrails and gaps', () => {
    expect(evaluation.guardrails.counts).toMatchObject({
      breached: 1,
      'at-risk': 3,
      exempt: 1,
      ok: 7,
    });
    const { checks, gaps, applicable } = evaluation.readiness;
    expect(checks).toHaveLength(applicable);
    expect(checks.filter(check => check.state !== 'pass')).toHaveLength(gaps);
  });

  it('has figures that are the sum of the points of their checks', () => {
    const { readiness, accountability } = evaluation;
    expect(readiness.score).toBeCloseTo(81.25);
    expect(sumOfPoints(readiness.checks)).toBe(readiness.score);
    expect(accountability.score).toBeCloseTo(0.84);
    expect(accountability.ceiling).toBe(0);
  });

  it('shares out what an exemption and an overlay leave', () => {
    const { score, scoreWithExemptions, gaps } = createReadiness([
      createCheck({ id: 'a', title: 'A' }),
      createCheck({ id: 'b', title: 'B', state: 'exempt' }),
      createCheck({ id: 'c', title: 'C', state: 'fail', overlay: 'x' }),
      createCheck({ id: 'd', title: 'D', state: 'not-applicable' }),
    ]);

    expect(score).toBeCloseTo(100 / 3);
    expect(scoreWithExemptions).toBeCloseTo(50);
    expect(gaps).toBe(1);
  });

  it('holds accountability down while a required item is open', () => {
    const check = createCheck({ id: 'a', title: 'A' });
    const open = createCheck({ id: 'b', title: 'B', state: 'fail' });

    const { uncapped, ceiling, score } = createAccountability([
      { required: false, check },
      { required: true, check: open },
    ]);

    expect(uncapped).toBe(0.5);
    expect(ceiling).toBeCloseTo(-0.11);
    expect(score).toBeCloseTo(0.39);
  });
});

describe('FakeAutonomyApi', () => {
  const summaries = Array.from({ length: 45 }, (_, index) =>
    createEntitySummary(undefined, {
      entityRef: `component:default/s${index}`,
      name: `s${index}`,
      title: undefined,
      level: index % 2 === 0 ? 2 : 3,
      readiness: index,
    }),
  );
  const api = new FakeAutonomyApi({ summaries });

  it('filters and sorts', async () => {
    const { items, totalItems } = await api.listEntities({
      level: [2],
      minReadiness: 10,
      maxReadiness: 20,
      orderBy: 'readiness',
      order: 'desc',
    });

    expect(totalItems).toBe(6);
    expect(items.map(item => item.readiness)).toEqual([20, 18, 16, 14, 12, 10]);
  });

  it('pages forwards and backwards', async () => {
    const second = await api.listEntities({
      cursor: (await api.listEntities()).pageInfo.nextCursor,
    });
    const third = await api.listEntities({
      cursor: second.pageInfo.nextCursor,
    });

    expect(second.items).toHaveLength(20);
    expect(third.items).toHaveLength(5);
    expect(third.pageInfo.nextCursor).toBeUndefined();
    expect(third.pageInfo.prevCursor).toBeDefined();
  });

  it('looks up and sums up', async () => {
    expect(
      await api.getEntitySummaries(['component:default/s1', 'component:x/y']),
    ).toEqual([summaries[1], undefined]);
    const { groups, totals } = await api.summarizeEntities({
      groupBy: 'level',
      minReadiness: 1,
    });
    expect(groups.map(({ entities, value }) => [value, entities])).toEqual([
      [2, 22],
      [3, 22],
    ]);
    expect(totals).toMatchObject({ entities: 44, levels: { 2: 22, 3: 22 } });
    const [{ guardrails, rights }] = summaries;
    expect(rights).toHaveLength(11);
    expect(totals?.guardrailPairs).toBe(44 * guardrails.length);
  });

  it('names the areas of the policy', async () => {
    const { areas, levels } = await api.getPolicy();

    expect(areas).toHaveLength(11);
    expect(levels.map(({ level }) => level)).toEqual([1, 2, 3, 4]);
  });
});

describe('FakeAutonomyApi, as an owner writes through it', () => {
  const ENTITY = 'component:default/payments-api';

  it('applies what an owner may change of an incident and proposes the rest', async () => {
    const incident = createIncident({ review: undefined });
    const api = new FakeAutonomyApi({
      incidents: [incident, createIncident({ id: 'B', startedAt: 1 })],
    });
    const review = { completedAt: 5, actions: [] };

    await api.changeIncident(incident, {
      review,
      causedBy: 'external',
      reason: 'The card network was down.',
    });

    const { items } = await api.listIncidents({ entity: ENTITY });
    expect(items.map(({ id }) => id)).toEqual(['PAY-1042', 'B']);
    expect(items[0]).toMatchObject({
      review,
      severity: 'critical',
      disputed: true,
      proposals: [{ field: 'causedBy', value: 'external' }],
    });
    expect(items[0].causedBy).toBeUndefined();
    expect((await api.listIncidents({ pending: false })).items).toHaveLength(1);
    await expect(
      api.changeIncident({ id: 'none', source: 'x' }, {}),
    ).rejects.toThrow('There is no incident x/none');
  });

  it('remembers the review of a deployment', async () => {
    const deployment = createDeployment({ reviewState: 'due' });
    const api = new FakeAutonomyApi({ deployments: [deployment] });

    await api.reviewDeployment(deployment, { completedAt: 7 });

    expect((await api.listDeployments({ entity: ENTITY })).items).toEqual([
      { ...deployment, reviewState: 'done', reviewedAt: 7 },
    ]);
    expect(
      (await api.listDeployments({ from: deployment.finishedAt + 1 })).items,
    ).toEqual([]);
  });

  it('replaces and withdraws answers', async () => {
    const former = createAttestation();
    const api = new FakeAutonomyApi({ attestations: [former] });
    const { entityRef, checkId } = former;

    const { results } = await api.attest([
      { entityRef, checkId, answer: 'no', expiresAt: Date.now() + 1 },
    ]);
    await api.withdrawAttestation(results[0].id!);

    const answers = await api.listAttestations(entityRef);
    expect(answers.map(({ answer, state }) => [answer, state])).toEqual([
      ['no', 'withdrawn'],
      ['yes', 'replaced'],
    ]);
  });

  it('asks for one exemption at a time', async () => {
    const inForce = createExemption();
    const api = new FakeAutonomyApi({ exemptions: [inForce] });
    const wanted = {
      entityRef: ENTITY,
      checkId: 'rollback-tested',
      reason: 'The rollback job is being rebuilt.',
      expiresAt: Date.now() + 1,
    };

    const { id } = await api.requestExemption(wanted);
    await expect(api.requestExemption(wanted)).rejects.toThrow('not decided');
    const { items } = await api.listExemptions({ state: ['requested'] });
    await api.withdrawExemption(id);

    expect(items).toMatchObject([
      { ...wanted, requestedBy: 'user:default/guest' },
    ]);
    expect((await api.listExemptions()).items).toMatchObject([
      { id, state: 'withdrawn' },
      { id: 'EX-31', state: 'in-force' },
    ]);
    await expect(api.withdrawExemption('EX-31')).rejects.toThrow('decided');
  });

  it('remembers an objective', async () => {
    const api = new FakeAutonomyApi();
    const domain = 'domain:default/payments';
    const objective = {
      statement: 'Every payment arrives.',
      measures: [{ title: 'Arrived', target: '99.99 %' }],
      ownerRef: 'group:default/payments-team',
      reviewAt: 9,
    };

    expect(await api.getObjective(domain)).toBeUndefined();
    await api.setObjective(domain, objective);

    expect(await api.getObjective(domain)).toMatchObject(objective);
  });

  it('counts guardrails by domain as its rows have them', async () => {
    const evaluation = createEvaluation();
    const elsewhere = createEntitySummary(evaluation, {
      entityRef: 'component:default/other',
      domainRef: undefined,
      guardrails: [{ id: 'held-0', status: 'at-risk' }],
    });
    const api = new FakeAutonomyApi({
      evaluations: [evaluation],
      summaries: [createEntitySummary(evaluation), elsewhere],
    });

    const { groups, guardrails } = await api.getGuardrailMatrix();

    expect(guardrails).toHaveLength(12);
    expect(guardrails[0]).toEqual({
      id: 'two-reviewers-on-data-exports',
      title: 'Two reviewers on data exports',
      mandatory: false,
    });
    expect(groups.map(({ ref, entities }) => [ref, entities])).toEqual([
      ['domain:default/payments', 1],
      [undefined, 1],
    ]);
    expect(groups[0].counts[0]).toEqual({ breached: 1 });
    expect(groups[1].counts.filter(each => each['at-risk'])).toHaveLength(1);
    expect(groups[1].counts[0]).toEqual({});
  });

  it('says what waits, and that all is well', async () => {
    const needs = createNeeds([
      createNeed({ kind: 'incident-review', dueAt: 1 }),
      createNeed({ kind: 'promotion-undecided', level: 4 }),
    ]);
    const api = new FakeAutonomyApi({ needs });

    expect(await api.getNeeds()).toMatchObject({
      counts: { 'incident-review': 1, 'promotion-undecided': 1 },
      boards: 1,
    });
    expect(needs.items.map(item => item.as)).toEqual(['owner', 'board']);
    expect((await api.getHealth()).evaluation.pending).toBe(0);
  });
});

describe('FakeAutonomyPolicyApi', () => {
  const KEY = { kind: 'scorecard', name: 'guardrails' } as const;
  const STRICTER = policyTexts.guardrails.replace('narrow', 'stop');
  let now = 0;
  const anApi = () => {
    now = Date.UTC(2026, 2, 1);
    return new FakeAutonomyPolicyApi({ now: () => now });
  };

  it('publishes a draft for later, and has it in force from then on', async () => {
    const api = anApi();
    const { id } = await api.createDraft({ of: KEY });
    await expect(api.createDraft({ of: KEY })).rejects.toThrow('already');
    await api.changeDraft(id, { yaml: STRICTER, revision: 1 });
    await expect(
      api.changeDraft(id, { yaml: 'x', revision: 1 }),
    ).rejects.toThrow('expected revision 1, found 2');

    const published = await api.publishDraft(id, {
      revision: 2,
      note: 'why',
      effectiveFrom: now + 1,
    });

    expect(published).toMatchObject({ number: 1, state: 'scheduled' });
    expect(await api.getDocument(KEY)).toMatchObject({
      yaml: policyTexts.guardrails,
      origin: { type: 'built-in' },
      scheduled: { number: 1 },
      draft: undefined,
    });
    await expect(api.retire(KEY, { note: 'why', newest: 1 })).rejects.toThrow(
      'withdraw it first',
    );
    now += 1;
    expect(await api.getDocument(KEY)).toMatchObject({
      yaml: STRICTER,
      origin: { type: 'here', version: 1 },
      versions: [{ state: 'in-force' }],
    });
  });

  it('retires a document and brings its earlier text back', async () => {
    const api = anApi();
    const { id } = await api.createDraft({ yaml: STRICTER });
    await api.publishDraft(id, { revision: 1, note: 'why' });
    await api.retire(KEY, { note: 'why', newest: 1 });

    const { items } = await api.listDocuments();
    expect(items.map(({ name }) => name)).not.toContain('guardrails');
    await expect(
      api.rollBack(KEY, { to: 1, note: 'why', newest: 1 }),
    ).rejects.toThrow('published meanwhile');
    await api.rollBack(KEY, { to: 1, note: 'why', newest: 2 });

    const document = await api.getDocument(KEY);
    expect(document?.yaml).toBe(STRICTER);
    expect(
      document?.versions.map(({ action, state }) => [action, state]),
    ).toEqual([
      ['roll-back', 'in-force'],
      ['retire', 'superseded'],
      ['publish', 'superseded'],
    ]);
  });

  it('finds mistakes, and imports what it exported', async () => {
    const api = anApi();
    expect(await api.validate(STRICTER.replace('stop', 'halt'))).toMatchObject({
      issues: [{ field: 'spec.checks[0].effect', line: 18 }],
    });

    const text = await api.exportDocuments([KEY]);
    expect((await api.importDocuments(text)).items).toEqual([
      { key: KEY, status: 'unchanged' },
    ]);
    const both = `${STRICTER}---\n${text}`;
    expect(
      (await api.importDocuments(both)).items.map(({ status }) => status),
    ).toEqual(['draft-created', 'unchanged']);
  });

  it('counts what moves in a simulation, and filters it', async () => {
    const api = new FakeAutonomyPolicyApi({
      moves: [
        createSimulatedMove(),
        createSimulatedMove({
          entityRef: 'component:default/ledger',
          title: 'Ledger',
          ownerRef: 'group:default/other',
          settled: undefined,
        }),
      ],
    });

    const { atOnce, id, settled } = await api.startSimulation({ yaml: '' });

    expect(atOnce).toMatchObject({ entities: 2, rightsLost: 0 });
    expect(settled).toMatchObject({ entities: 1, rightsLost: 1 });
    const lost = await api.listMoves(id, { what: ['rights-lost'] });
    expect(lost.items.map(({ title }) => title)).toEqual(['Payments API']);
    const named = await api.listMoves(id, { when: 'at-once', text: 'ledg' });
    expect(named.totalItems).toBe(1);
    const { groups } = await api.getMoveGroups(id, 'owner');
    expect(groups.map(group => group.settled.entities)).toEqual([1, 0]);
  });
});
