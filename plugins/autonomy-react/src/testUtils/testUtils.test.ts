import { createAccountability } from './createAccountability';
import { createCheck } from './createCheck';
import { createEntitySummary } from './createEntitySummary';
import { createEvaluation } from './createEvaluation';
import { sumOfPoints } from './createFigure';
import { createReadiness } from './createReadiness';
import { FakeAutonomyApi } from './FakeAutonomyApi';

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
