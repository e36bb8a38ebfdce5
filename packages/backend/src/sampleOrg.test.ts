import type {
  AutonomyClient,
  Evaluation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Entity } from '@backstage/catalog-model';
import { join } from 'node:path';
import { readCatalog } from './__testUtils__/sampleCatalog';
import { examples, startSampleOrg } from './__testUtils__/startSampleOrg';

const DAY = 86_400_000;
const PAYMENTS = 'component:default/payments-api';

jest.setTimeout(60_000);

const distinct = <T>(values: readonly T[]) => [...new Set(values)].sort();

describe('sample organisation in the backend', () => {
  let entities: Entity[];
  let sample: Awaited<ReturnType<typeof startSampleOrg>>;
  let all: Evaluation[];

  /** Documentation decides nothing. */
  const countInScope = () =>
    entities.filter(
      ({ kind, spec }) =>
        kind === 'Component' && spec?.type !== 'documentation',
    ).length;

  const start = (anchor: number) =>
    startSampleOrg({ entities, anchor, count: countInScope() });

  const evaluationsOf = async (api: AutonomyClient): Promise<Evaluation[]> => {
    const { items } = await api.listEntities({ limit: 100 });
    return Promise.all(
      items.map(async ({ entityRef }) => (await api.getEntity(entityRef))!),
    );
  };

  beforeAll(async () => {
    entities = await readCatalog(join(examples, 'all.yaml'));
    sample = await start(Date.now());
    all = await evaluationsOf(sample.api);
  });
  afterAll(() => sample?.stop());

  const evaluationOf = (name: string) =>
    all.find(({ entity }) => entity.name === name)!;
  const daysTo = (instant: number | undefined) =>
    Math.ceil((instant! - Date.now()) / DAY);
  const rightsOf = ({ rights }: Evaluation) =>
    Object.fromEntries(rights.map(({ area, effective }) => [area, effective]));

  it('changes nothing when it is loaded again', async () => {
    const { stored } = sample.loaded;
    expect(await sample.load()).toEqual({ stored: 0, unchanged: stored });
  });

  it('stands on every level, most of it between the ends', () => {
    const levels = all.map(({ level }) => level.level);
    expect(distinct(levels)).toEqual([1, 2, 3, 4]);
    for (const level of [2, 3]) {
      const share = levels.filter(l => l === level).length / levels.length;
      expect(share).toBeGreaterThan(0.15);
      expect(share).toBeLessThan(0.5);
    }
  });

  it('has every guardrail status that nothing but evidence leads to', () => {
    expect(distinct(all.map(({ guardrails }) => guardrails.status))).toEqual([
      'at-risk',
      'breached',
      'none',
      'ok',
      'unknown',
    ]);
  });

  it('is in every readiness band', () => {
    expect(distinct(all.map(({ readiness }) => readiness.band))).toEqual([
      'focus',
      'minor-gaps',
      'not-ready',
      'ready',
    ]);
  });

  it('has every decision right, in every consequence', () => {
    const rights = all.flatMap(evaluation => evaluation.rights);
    expect(distinct(rights.map(right => right.effective))).toEqual([
      1, 2, 3, 4, 5,
    ]);
    expect(distinct(rights.map(right => right.consequence))).toEqual([
      'critical',
      'high',
      'low',
      'medium',
    ]);
  });

  it('is limited by each kind of cap', () => {
    const binding = all
      .flatMap(({ rights }) => rights)
      .flatMap(({ recommended, caps }) =>
        caps.filter(({ right }) => right === recommended),
      );
    expect(distinct(binding.map(({ kind }) => kind))).toEqual([
      'accountability',
      'guardrail',
      'level',
      'trust',
    ]);
  });

  it('is of every tier', () => {
    expect(distinct(all.map(({ entity }) => entity.tier.effective))).toEqual([
      1, 2, 3, 4,
    ]);
  });

  it('has checks in every state that nothing but evidence leads to', () => {
    const checks = all.flatMap(({ readiness, guardrails, accountability }) => [
      ...readiness.checks,
      ...guardrails.guardrails.map(({ check }) => check),
      ...(guardrails.announced ?? []),
      ...accountability.items.map(({ check }) => check),
    ]);
    expect(distinct(checks.map(({ state }) => state))).toEqual([
      'announced',
      'fail',
      'not-applicable',
      'pass',
      'unknown',
    ]);
    expect(checks.some(({ stale }) => stale)).toBe(true);
    expect(checks.some(({ linked }) => linked)).toBe(true);
  });

  it('misses a required item of accountability somewhere, and a source is silent', () => {
    expect(all.some(e => e.accountability.requiredMissing)).toBe(true);
    expect(
      distinct(all.flatMap(e => e.evidence.sources.map(s => s.state))),
    ).toEqual(['heard', 'silent']);
  });

  it('uses each way to a board', () => {
    expect(distinct(all.map(({ entity }) => entity.boardRef))).toEqual([
      'group:default/content-board',
      'group:default/payments-board',
      'group:default/technology-board',
    ]);
  });

  it('leaves documentation out, and asks no guardrail of a library', async () => {
    expect(
      await sample.api.getEntity('component:default/style-guide'),
    ).toBeUndefined();
    expect(distinct(all.map(({ entity }) => entity.type))).not.toContain(
      'documentation',
    );
    expect(evaluationOf('payments-sdk').guardrails.status).toBe('none');
  });

  it('tells the same for six days after it was loaded, but for what recovers', async () => {
    // A minute less, for the time that this test takes.
    const older = await start(Date.now() - 6 * DAY + 60_000);
    const summary = (evaluations: Evaluation[]) =>
      evaluations.filter(isNotAboutToRise).map(evaluation => ({
        entity: evaluation.entity.name,
        level: evaluation.level.level,
        isAtRisk: evaluation.level.atRisk !== undefined,
        guardrails: evaluation.guardrails.status,
        rights: rightsOf(evaluation),
      }));
    try {
      expect(evaluationOf('checkout-web').guardrails.status).toBe('at-risk');
      expect(summary(await evaluationsOf(older.api))).toEqual(
        summary(all).map(e =>
          e.entity === 'checkout-web' ? { ...e, guardrails: 'ok' } : e,
        ),
      );
    } finally {
      await older.stop();
    }
  });

  it('narrows security of the payments service by trust, and nothing else', () => {
    const payments = evaluationOf('payments-api');
    expect(payments.level.level).toBe(3);
    expect(
      payments.rights
        .filter(({ caps, recommended }) => {
          const level = caps.find(({ kind }) => kind === 'level')!;
          const trust = caps.find(({ kind }) => kind === 'trust')!;
          return trust.right === recommended && trust.right < level.right;
        })
        .map(({ area }) => area),
    ).toEqual(['security']);
    expect(rightsOf(payments).deployment).toBe(4);
  });

  it('has a content service on the highest level', () => {
    const articles = evaluationOf('article-service');
    expect(articles.level.level).toBe(4);
    expect(articles.level.ladder.every(({ met }) => met)).toBe(true);
    expect(articles.readiness.band).toBe('ready');
    expect(articles.guardrails.status).toBe('ok');
  });

  it('keeps the platform team from level 3 by its load alone', () => {
    const { level } = evaluationOf('api-gateway');
    const unmet = level.ladder
      .find(step => step.level === 3)!
      .requirements.filter(({ met }) => !met);
    expect(level.level).toBe(2);
    expect(unmet).toEqual([
      expect.objectContaining({
        kind: 'check',
        check: expect.objectContaining({ id: 'l3-team-load' }),
      }),
    ]);
  });

  it('gives a service whose source fell silent two weeks before it falls to the first level', () => {
    const { accountability, level } = evaluationOf('comments-service');
    expect(level).toMatchObject({
      level: 3,
      eligible: 1,
      atRisk: { fallsTo: 1 },
    });
    expect(daysTo(level.atRisk!.fallsAt)).toBe(14);
    expect(accountability.score).toBeLessThan(0.4);
    expect(accountability.uncapped).toBeGreaterThan(0.4);
  });

  it.each([
    ['newsletter-service', 4, 34],
    ['revenue-pipeline', 3, 12],
  ])('has %s wait for level %d for another %d days', (name, level, days) => {
    const { ladder, level: current } = evaluationOf(name).level;
    expect(current).toBe(level - 1);
    expect(daysTo(ladder[level - 1].sustainedAt)).toBe(days);
  });

  it('has a guardrail inside its grace, and one that recovers', () => {
    const atRisk = (name: string) =>
      evaluationOf(name).guardrails.guardrails.filter(
        ({ status }) => status === 'at-risk',
      );
    const [open] = atRisk('feature-flags');
    expect(open.check.id).toBe('no-open-critical-incident');
    expect(daysTo(open.breachesAt)).toBe(7);
    const [recovering] = atRisk('checkout-web');
    expect(recovering.check.state).toBe('pass');
    expect(daysTo(recovering.recoversAt)).toBe(2);
  });

  it('has taken up most of a starter set, with every answer to it', () => {
    const statesOf = (name: string) => {
      const { announced = [], guardrails } = evaluationOf(name).guardrails;
      const checks = [...guardrails.map(({ check }) => check), ...announced];
      return Object.fromEntries(
        [
          'cost-allocated',
          'cost-forecast-holds',
          'idle-share-low',
          'cost-jumps-explained',
        ].map(id => [id, checks.find(check => check.id === id)?.state]),
      );
    };
    const passing = {
      'cost-allocated': 'pass',
      'cost-forecast-holds': 'pass',
      'idle-share-low': 'pass',
      'cost-jumps-explained': 'announced',
    };
    expect(statesOf('search-service')).toEqual(passing);
    expect(statesOf('recommendations')).toEqual({
      ...passing,
      'cost-forecast-holds': 'fail',
      'idle-share-low': 'fail',
    });
    expect(statesOf('reading-history-pipeline')).toEqual({
      ...passing,
      'idle-share-low': 'unknown',
    });
    expect(Object.values(statesOf('payments-api'))).toEqual(
      new Array(4).fill(undefined),
    );
  });

  it('has not asked a board about what is practice already', () => {
    // But for one, whose time comes two minutes after it was loaded.
    const others = all.filter(
      ({ entity }) => entity.name !== 'paywall-service',
    );
    const proposals = others.flatMap(({ level }) =>
      level.ladder.flatMap(({ proposal }) => proposal ?? []),
    );
    expect(proposals).toEqual([]);
  });

  it('has people say what they said, once', async () => {
    expect(await sample.loadGovernance()).toEqual({ stored: 23, known: 0 });
    expect(await sample.loadGovernance()).toEqual({ stored: 0, known: 23 });
    const payments = await sample.api.getObjective('domain:default/payments');
    expect(payments?.updatedBy).toBe('user:default/bo.board');
    expect(
      await sample.api.getObjective('domain:default/content'),
    ).toBeUndefined();
  });

  it('needs a developer and a board', async () => {
    const kindsOf = async (name: string) => {
      const { counts } = await sample.apiOf(name).getNeeds();
      return Object.keys(counts).sort();
    };
    expect(await kindsOf('dana.developer')).toEqual([
      'attestation-expiring',
      'audit-unrated',
      'guardrail-breached',
      'incident-review',
      'next-level',
    ]);
    expect(await kindsOf('bo.board')).toEqual([
      'audit-undecided',
      'exemption-undecided',
      'proposal-undecided',
    ]);
    const { items } = await sample.apiOf('dana.developer').getNeeds();
    const review = items.find(({ kind }) => kind === 'incident-review');
    expect(daysTo(review?.dueAt)).toBe(8);
  });

  it('lowers one right of the payments service by one incident', async () => {
    const before = rightsOf(evaluationOf('payments-api'));
    await sample.report({
      id: 'INC-NEW',
      source: 'test',
      entityRef: PAYMENTS,
      title: 'A release lost payments',
      severity: 'high',
      areas: ['deployment'],
      startedAt: new Date().toISOString(),
    });
    let after = before;
    while (after.deployment === before.deployment) {
      after = rightsOf((await sample.api.getEntity(PAYMENTS))!);
    }
    expect(after).toEqual({ ...before, deployment: 3 });
  });
});

/** Its level is practice in a record that begins later than two minutes after the sample's. */
function isNotAboutToRise({ entity }: Evaluation): boolean {
  return entity.name !== 'paywall-service';
}
