import type {
  Evaluation,
  Incident,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { join } from 'node:path';
import {
  examples,
  readConfig,
  SampleOrganisation,
  yamlFiles,
} from './__testUtils__/sampleOrg';
import { sampleUsers } from './modules/sampleAuth/users';

const NOW = Date.parse('2026-10-01T12:00:00Z');
const DAY = 86_400_000;
const PAYMENTS = 'component:default/payments-api';

const distinct = <T>(values: readonly T[]) => [...new Set(values)].sort();

describe('sample organisation', () => {
  let sample: SampleOrganisation;

  beforeAll(async () => {
    sample = await SampleOrganisation.at(NOW);
  });

  const refsOf = (kind: string) =>
    sample.entities
      .filter(e => e.kind === kind)
      .map(e => stringifyEntityRef(e));

  describe('catalog', () => {
    it('has three governance domains and about forty components', () => {
      expect(refsOf('Domain')).toHaveLength(3);
      expect(refsOf('Component').length).toBeGreaterThanOrEqual(38);
    });

    it('declares every entity once', () => {
      const refs = sample.entities.map(e => stringifyEntityRef(e));
      expect(distinct(refs)).toEqual([...refs].sort());
    });

    it('has an entity for everybody who can sign in', () => {
      expect(refsOf('User')).toEqual(
        expect.arrayContaining(sampleUsers.map(name => `user:default/${name}`)),
      );
    });

    it('points at nothing outside of itself, but for two owners who are gone', () => {
      const refs = new Set(sample.entities.map(e => stringifyEntityRef(e)));
      const dangling = sample.entities
        .flatMap(entity => entity.relations ?? [])
        .map(({ targetRef }) => targetRef)
        .filter(ref => !refs.has(ref));
      expect(distinct(dangling)).toEqual([
        'group:default/editorial-archive',
        'group:default/reporting-team',
      ]);
    });

    it('is governed by every file of its policy', () => {
      expect(readConfig().policyFiles.sort()).toEqual(
        yamlFiles(join(examples, 'autonomy')),
      );
    });

    it('makes a browser ask nobody', () => {
      const text = JSON.stringify(sample.entities);
      expect(text).not.toMatch(/https?:|"picture"|"links"/);
    });
  });

  describe('evidence', () => {
    it('is about components of the catalog', () => {
      const components = new Set(refsOf('Component'));
      const strangers = Object.values(sample.evidence)
        .flat()
        .map(({ entityRef }) => entityRef)
        .filter(ref => !components.has(ref));
      expect(strangers).toEqual([]);
    });

    it('has an identity of its own for every record', () => {
      const { facts, incidents, deployments } = sample.evidence;
      for (const keys of [
        facts.map(fact => `${fact.entityRef} ${fact.collector}`),
        incidents.map(({ id, source }) => `${source} ${id}`),
        deployments.map(({ id, source }) => `${source} ${id}`),
      ]) {
        expect(distinct(keys)).toEqual([...keys].sort());
      }
    });

    it('names incidents that were reported', () => {
      const reported = sample.evidence.incidents.map(({ id }) => id);
      const named = sample.evidence.deployments.flatMap(
        ({ incidentId }) => incidentId ?? [],
      );
      expect(reported).toEqual(expect.arrayContaining(named));
    });
  });

  describe('evaluations', () => {
    let all: Evaluation[];

    beforeAll(() => {
      all = sample.evaluateAll();
    });

    it('stand on every level', () => {
      expect(distinct(all.map(({ level }) => level.level))).toEqual([
        1, 2, 3, 4,
      ]);
    });

    it('have every guardrail status that nothing but evidence leads to', () => {
      expect(distinct(all.map(({ guardrails }) => guardrails.status))).toEqual([
        'at-risk',
        'breached',
        'none',
        'ok',
        'unknown',
      ]);
    });

    it('are in every readiness band', () => {
      expect(distinct(all.map(({ readiness }) => readiness.band))).toEqual([
        'focus',
        'minor-gaps',
        'not-ready',
        'ready',
      ]);
    });

    it('lead to every decision right, in every consequence', () => {
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

    it('are limited by each kind of cap', () => {
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

    it('are of every tier', () => {
      expect(distinct(all.map(({ entity }) => entity.tier.effective))).toEqual([
        1, 2, 3, 4,
      ]);
    });

    it('have checks in every state that nothing but evidence leads to', () => {
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

    it('miss a required item of accountability somewhere, and a source is silent', () => {
      expect(all.some(e => e.accountability.requiredMissing)).toBe(true);
      expect(
        distinct(all.flatMap(e => e.evidence.sources.map(s => s.state))),
      ).toEqual(['heard', 'silent']);
    });

    it('use each way to a board', () => {
      expect(distinct(all.map(({ entity }) => entity.boardRef))).toEqual([
        'group:default/content-board',
        'group:default/payments-board',
        'group:default/technology-board',
      ]);
    });

    it('tell the same for six days after they were loaded', async () => {
      const later = await SampleOrganisation.at(NOW + 6 * DAY, NOW);
      const summary = (evaluations: Evaluation[]) =>
        evaluations.map(({ entity, level, guardrails, rights }) => ({
          entity: entity.entityRef,
          level: level.level,
          guardrails: guardrails.status,
          rights: rights.map(({ effective }) => effective).join(''),
        }));
      expect(summary(later.evaluateAll())).toEqual(summary(all));
    });

    it('are a mix', () => {
      for (const level of [2, 3]) {
        const share =
          all.filter(e => e.level.level === level).length / all.length;
        expect(share).toBeGreaterThan(0.15);
        expect(share).toBeLessThan(0.5);
      }
    });
  });

  describe('story', () => {
    const rightIn = (evaluation: Evaluation, area: string) =>
      evaluation.rights.find(right => right.area === area)!;

    it('narrows security of the payments service by trust, and nothing else', () => {
      const payments = sample.evaluate(PAYMENTS);
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
      expect(rightIn(payments, 'deployment').effective).toBe(4);
    });

    it('lowers one right of the payments service by one incident', () => {
      const incident: Incident = {
        id: 'INC-NEW',
        source: 'test',
        entityRef: PAYMENTS,
        title: 'A release lost payments',
        severity: 'high',
        areas: ['deployment'],
        startedAt: NOW,
        recordedAt: NOW,
        class: 'none',
      };
      const before = sample.evaluate(PAYMENTS);
      const after = sample.evaluate(PAYMENTS, incident);
      expect(rightIn(after, 'deployment').effective).toBe(3);
      expect(after.rights.filter(r => r.area !== 'deployment')).toEqual(
        before.rights.filter(r => r.area !== 'deployment'),
      );
    });

    it('has a content service that meets all of the highest level', () => {
      const articles = sample.evaluate('component:default/article-service');
      expect(articles.level.ladder.every(({ met }) => met)).toBe(true);
      expect(articles.readiness.band).toBe('ready');
      expect(articles.guardrails.status).toBe('ok');
    });

    it('keeps the platform team from level 3 by its load alone', () => {
      const gateway = sample.evaluate('component:default/api-gateway');
      const unmet = gateway.level.ladder
        .find(({ level }) => level === 3)!
        .requirements.filter(({ met }) => !met);
      expect(gateway.level.level).toBe(2);
      expect(unmet).toEqual([
        expect.objectContaining({
          kind: 'check',
          check: expect.objectContaining({ id: 'l3-team-load' }),
        }),
      ]);
    });

    it('drops a service to the first level whose source fell silent', () => {
      const comments = sample.evaluate('component:default/comments-service');
      expect(comments.level.level).toBe(1);
      expect(comments.accountability.score).toBeLessThan(0.4);
      expect(comments.accountability.uncapped).toBeGreaterThan(0.4);
    });
  });
});
