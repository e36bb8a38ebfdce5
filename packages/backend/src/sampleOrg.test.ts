import type {
  AutonomyClient,
  Evaluation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readEvidence } from './__testUtils__/demo';
import { readCatalog } from './__testUtils__/sampleCatalog';
import {
  examples,
  readConfig,
  startSampleOrg,
} from './__testUtils__/startSampleOrg';
import { sampleUsers } from './modules/sampleAuth/users';

const DAY = 86_400_000;
const PAYMENTS = 'component:default/payments-api';

jest.setTimeout(60_000);

const distinct = <T>(values: readonly T[]) => [...new Set(values)].sort();

describe('sample organisation', () => {
  let entities: Entity[];

  beforeAll(async () => {
    entities = await readCatalog(join(examples, 'all.yaml'));
  });

  const refsOf = (kind: string) =>
    entities.filter(e => e.kind === kind).map(e => stringifyEntityRef(e));

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

  describe('catalog', () => {
    it('has three governance domains and about forty components', () => {
      expect(refsOf('Domain')).toHaveLength(3);
      expect(refsOf('Component').length).toBeGreaterThanOrEqual(38);
    });

    it('declares every entity once', () => {
      const refs = entities.map(e => stringifyEntityRef(e));
      expect(distinct(refs)).toEqual([...refs].sort());
    });

    it('has an entity for everybody who can sign in', () => {
      expect(refsOf('User')).toEqual(
        expect.arrayContaining(sampleUsers.map(name => `user:default/${name}`)),
      );
    });

    it('points at nothing outside of itself, but for two owners who are gone', () => {
      const refs = new Set(entities.map(e => stringifyEntityRef(e)));
      const dangling = entities
        .flatMap(entity => entity.relations ?? [])
        .map(({ targetRef }) => targetRef)
        .filter(ref => !refs.has(ref));
      expect(distinct(dangling)).toEqual([
        'group:default/editorial-archive',
        'group:default/reporting-team',
      ]);
    });

    it('is governed by every file of its policy', () => {
      const folder = join(examples, 'autonomy');
      expect([...readConfig().policy.files].sort()).toEqual(
        readdirSync(folder)
          .sort()
          .map(name => join(folder, name)),
      );
    });

    it('makes a browser ask nobody', () => {
      const text = JSON.stringify(entities);
      expect(text).not.toMatch(/https?:|"picture"|"links"/);
    });
  });

  describe('evidence', () => {
    const evidence = readEvidence(join(examples, 'evidence'), Date.now());
    const items = (kind: string): any[] =>
      evidence[kind].map(({ item }: any) => item);

    it('is about components of the catalog', () => {
      const components = new Set(refsOf('Component'));
      const strangers = Object.keys(evidence)
        .flatMap(items)
        .map(({ entityRef }) => entityRef)
        .filter(ref => !components.has(ref));
      expect(strangers).toEqual([]);
    });

    it('has an identity of its own for every record', () => {
      for (const keys of [
        items('Facts').map(fact => `${fact.entityRef} ${fact.collector}`),
        items('Incidents').map(({ id, source }) => `${source} ${id}`),
        items('Deployments').map(({ id, source }) => `${source} ${id}`),
      ]) {
        expect(distinct(keys)).toEqual([...keys].sort());
      }
    });

    it('names incidents that were reported', () => {
      const reported = items('Incidents').map(({ id }) => id);
      const named = items('Deployments').flatMap(
        ({ incidentId }) => incidentId ?? [],
      );
      expect(reported).toEqual(expect.arrayContaining(named));
    });
  });

  describe('in the backend', () => {
    let sample: Awaited<ReturnType<typeof startSampleOrg>>;
    let all: Evaluation[];

    beforeAll(async () => {
      sample = await start(Date.now());
      all = await evaluationsOf(sample.api);
    });
    afterAll(() => sample?.stop());

    const evaluationOf = (name: string) =>
      all.find(({ entity }) => entity.name === name)!;
    const rightsOf = ({ rights }: Evaluation) =>
      Object.fromEntries(
        rights.map(({ area, effective }) => [area, effective]),
      );

    it('changes nothing when it is loaded again', async () => {
      const { stored } = sample.loaded;
      expect(await sample.load()).toMatchObject({
        stored: 0,
        unchanged: stored,
      });
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
      const checks = all.flatMap(
        ({ readiness, guardrails, accountability }) => [
          ...readiness.checks,
          ...guardrails.guardrails.map(({ check }) => check),
          ...(guardrails.announced ?? []),
          ...accountability.items.map(({ check }) => check),
        ],
      );
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

    it('tells the same for six days after it was loaded', async () => {
      // A minute less, for the time that this test takes.
      const older = await start(Date.now() - 6 * DAY + 60_000);
      const summary = (evaluations: Evaluation[]) =>
        evaluations.map(evaluation => ({
          entity: evaluation.entity.entityRef,
          level: evaluation.level.level,
          guardrails: evaluation.guardrails.status,
          rights: rightsOf(evaluation),
        }));
      try {
        expect(summary(await evaluationsOf(older.api))).toEqual(summary(all));
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

    it('has a content service that meets all of the highest level', () => {
      const articles = evaluationOf('article-service');
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

    it('drops a service to the first level whose source fell silent', () => {
      const { accountability, level } = evaluationOf('comments-service');
      expect(level.level).toBe(1);
      expect(accountability.score).toBeLessThan(0.4);
      expect(accountability.uncapped).toBeGreaterThan(0.4);
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
});
