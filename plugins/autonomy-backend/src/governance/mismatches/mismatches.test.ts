import type {
  DecisionRight,
  Mismatch,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  ARTICLES,
  as,
  CHECKOUT,
  LEDGER,
  setUpAudits,
} from '../audits/__testUtils__/setUpAudits';

const databases = TestDatabases.create();
jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('mismatches on %s', id => {
  let t: Awaited<ReturnType<typeof setUpAudits>>;
  beforeEach(async () => {
    t = await setUpAudits(await databases.init(id));
    let n = 0;
    const claim = (ref: string, ratings: Record<string, DecisionRight>) =>
      claimed(`audit${++n}`, ref, ratings);
    // Nobody measures anything here, so that 1 is recommended everywhere.
    await claim(CHECKOUT, { tooling: 5, security: 5, budget: 1 });
    await claim(LEDGER, { tooling: 5 });
    await claim(ARTICLES, { tooling: 1 });
    await t.mark([CHECKOUT, LEDGER, ARTICLES]);
    await t.work();
  });
  afterEach(() => t.knex.destroy());

  async function claimed(audit: string, ref: string, ratings: object) {
    await t.knex('trust_audits').insert({
      id: audit,
      entity_ref: ref,
      board_ref: 'group:default/board',
      quarter: '2026-Q3',
      cause: 'asked',
      opened_at: 0,
      due_at: t.clock.time,
      lapses_at: t.clock.time,
      state: 'lapsed',
      actions: '[]',
    });
    await t.knex('trust_audit_ratings').insert({
      audit_id: audit,
      side: 'team',
      rated_by: 'user:default/ann',
      rated_at: 0,
      ratings: JSON.stringify(ratings),
    });
  }

  const list = (request: object) =>
    t.mismatches.list({ kind: 'surplus', ...request }, as('eve'));
  const told = async (request: object) =>
    (await list(request)).items.map(
      ({ area, entityRef }) => `${entityRef.split('/')[1]} ${area}`,
    );

  async function all(kind: string, limit: number): Promise<Mismatch[]> {
    const found: Mismatch[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ kind, limit, cursor });
      found.push(...page.items);
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return found;
  }

  it('are listed by priority, as the results say them', async () => {
    const expected = (await Promise.all([CHECKOUT, LEDGER].map(t.evaluation)))
      .flatMap(({ entity, rights }: any) =>
        rights.flatMap(({ area, mismatch }: any) =>
          mismatch?.difference > 0
            ? [{ area, entityRef: entity.entityRef, ...mismatch }]
            : [],
        ),
      )
      .sort((a, b) => b.priority - a.priority);
    expect(expected).toHaveLength(3);
    const surplus = await all('surplus', 200);
    expect(surplus).toEqual(
      expected.map(mismatch => expect.objectContaining(mismatch)),
    );
    const rows = [CHECKOUT, LEDGER, ARTICLES].map((ref, n) => ({
      entity_ref: ref,
      area: 'budget',
      consequence: 'medium',
      actual: 1,
      source: 'agreed',
      recommended: 3,
      effective: 3,
      difference: -2,
      priority: n === 0 ? 0.1 + 0.2 : 4,
      trust: 1 / 3,
    }));
    await t.knex('evaluation_mismatches').insert(rows);
    const deficit = await all('deficit', 200);
    expect(
      deficit.map(({ entityRef, priority }) => [entityRef, priority]),
    ).toEqual([
      [ARTICLES, 4],
      [LEDGER, 4],
      [CHECKOUT, 0.1 + 0.2],
    ]);
    for (const [kind, whole] of [
      ['surplus', surplus],
      ['deficit', deficit],
    ] as const) {
      expect(await all(kind, 1)).toEqual(whole);
    }
  });

  it('are filtered', async () => {
    expect(await told({ entity: [LEDGER] })).toEqual(['ledger tooling']);
    expect(await told({ area: ['security'] })).toEqual(['checkout security']);
    expect(await told({ owner: ['group:default/team-b'] })).toEqual([]);
    expect(await told({ domain: ['domain:default/content'] })).toEqual([]);
    expect((await told({ domain: ['domain:default/payments'] })).length).toBe(
      3,
    );
    expect(await told({ domain: [''] })).toEqual([]);
    expect(await told({ consequence: ['critical'] })).toEqual([
      'checkout security',
    ]);
    expect(await told({ consequence: ['critical'], right: [5] })).toEqual([]);
  });

  it('are those of entities that somebody may read', async () => {
    t.world.scope = {
      visible: [],
      isEverything: false,
      readable: async refs => new Set(refs.filter(ref => ref === LEDGER)),
    };
    expect(await told({})).toEqual(['ledger tooling']);
    expect(await t.mismatches.getRiskMatrix({}, as('eve'))).toEqual({
      isWithheld: true,
      entities: 0,
      cells: [],
    });
    t.world.scope = {
      visible: [{ key: 'metadata.tags.java' }],
      isEverything: false,
    };
    expect(await told({ entity: [LEDGER] })).toEqual([]);
    expect((await told({})).length).toBe(2);
    expect(await t.mismatches.getRiskMatrix({}, as('eve'))).toMatchObject({
      isWithheld: false,
      entities: 1,
    });
    await expect(list({ cursor: 'x' })).rejects.toThrow('Invalid cursor');
  });

  it('are counted in the risk matrix as the results say them', async () => {
    const matrix = await t.mismatches.getRiskMatrix({}, as('eve'));
    const evaluations = await Promise.all(
      (await t.index.listScope()).map(t.evaluation),
    );
    const rights = evaluations.flatMap(each => each.rights);
    expect(matrix.entities).toBe(evaluations.length);
    expect(matrix.cells.length).toBeGreaterThan(2);
    for (const { consequence, right, ...counts } of matrix.cells) {
      const here = rights.filter(
        (each: any) =>
          each.consequence === consequence && each.effective === right,
      );
      const differing = (isOfKind: (difference: number) => boolean) =>
        here.filter(
          ({ mismatch }: any) => mismatch && isOfKind(mismatch.difference),
        ).length;
      expect(counts).toEqual({
        areas: here.length,
        surplus: differing(difference => difference > 0),
        deficit: differing(difference => difference < 0),
      });
    }
    const sum = (key: 'areas' | 'deficit' | 'surplus') =>
      matrix.cells.reduce((total, cell) => total + cell[key], 0);
    expect([sum('areas'), sum('surplus'), sum('deficit')]).toEqual([
      rights.length,
      3,
      0,
    ]);
    expect(
      await t.mismatches.getRiskMatrix(
        { area: ['security'], entity: [CHECKOUT] },
        as('eve'),
      ),
    ).toEqual({
      isWithheld: false,
      entities: 1,
      cells: [
        {
          consequence: 'critical',
          right: expect.any(Number),
          areas: 1,
          surplus: 1,
          deficit: 0,
        },
      ],
    });
  });

  it('go with what they were about', async () => {
    await t.knex('trust_audits').where('entity_ref', CHECKOUT).delete();
    await t.mark([CHECKOUT]);
    await t.work();
    expect(await told({})).toEqual(['ledger tooling']);
    await t.knex('entities').where('entity_ref', LEDGER).update({
      in_scope: false,
    });
    expect(await told({})).toEqual([]);
  });

  it('are written where they changed only', async () => {
    const statements: string[] = [];
    t.knex.on('query', ({ sql }: { sql: string }) => {
      if (/^(insert|delete).*evaluation_mismatches/.test(sql)) {
        statements.push(sql);
      }
    });
    await t.knex('evaluations').update({ body_hash: '' });
    await t.evaluateAll();
    expect(statements).toEqual([]);
  });
});
