import { createEntitySummary } from './createEntitySummary';
import { createEvaluation } from './createEvaluation';
import { FakeAutonomyApi } from './FakeAutonomyApi';

describe('createEvaluation', () => {
  const evaluation = createEvaluation();

  it('has rights that are their smallest cap', () => {
    for (const right of evaluation.rights) {
      expect(right.effective).toBe(
        Math.min(...right.caps.map(cap => cap.right)),
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
      'at-risk': 1,
      ok: 10,
    });
    const { checks, gaps, score, applicable } = evaluation.readiness;
    expect(checks).toHaveLength(applicable);
    expect(checks.filter(check => check.state !== 'pass')).toHaveLength(gaps);
    const counted = checks.reduce((sum, check) => sum + (check.score ?? 0), 0);
    expect((100 * counted) / applicable).toBe(score);
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

  it('names the areas of the policy', async () => {
    const { areas, levels } = await api.getPolicy();

    expect(areas).toHaveLength(11);
    expect(levels.map(({ level }) => level)).toEqual([1, 2, 3, 4]);
  });
});
