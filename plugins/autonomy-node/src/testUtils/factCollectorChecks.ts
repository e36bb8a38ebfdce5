import {
  findDeclarationMistake,
  findFactMistake,
  findSchemaMistake,
  RESERVED_COLLECTORS,
  type EntitySnapshot,
  type FactMistake,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { durationToMilliseconds } from '@backstage/types';
import type { EntityFacts, FactCollector } from '../facts';
import { atAnotherTime } from './atAnotherTime';

/**
 * What a fact collector is tried out with.
 *
 * @public
 */
export interface FactCollectorContractOptions {
  /** A new collector, with everything that it asks in place; called for each test. */
  create: () => FactCollector | Promise<FactCollector>;
  /** At least two. The collector has to find out something about one of them. */
  entities: readonly EntitySnapshot[];
}

/** Something that a fact collector has to do. */
export interface FactCollectorCheck {
  name: string;
  run(): Promise<void>;
}

const DAY = 86_400_000;
const MAX_BATCH = 1_000;
const WITHOUT_ZONE = /^\d{4}-\d{2}-\d{2}T[\d:.]+$/;

/** The checks of the contract; each throws where the collector does not do what it has to. */
export function factCollectorChecks({
  create,
  entities,
}: FactCollectorContractOptions): FactCollectorCheck[] {
  const collect = async (
    asked: readonly EntitySnapshot[] = entities,
    signal: AbortSignal = new AbortController().signal,
  ) => (await create()).collect({ entities: asked, signal });

  return [
    {
      name: 'has a name of its own, and says what it does',
      async run() {
        const { description, id } = await create();
        expect(id).toMatch(/^[a-z][A-Za-z0-9]{0,62}$/);
        expect(RESERVED_COLLECTORS).not.toContain(id);
        expect(description.trim()).not.toBe('');
      },
    },
    {
      name: 'has a schema, a ttl, a schedule and a sane size of batches',
      async run() {
        const { batchSize = 1, schedule, schema, ttl } = await create();
        expect(shown(findDeclarationMistake(schema))).toBe('no mistake');
        expect(durationToMilliseconds(ttl)).toBeGreaterThan(0);
        expect(Number.isInteger(batchSize)).toBe(true);
        expect(batchSize).toBeGreaterThanOrEqual(1);
        expect(batchSize).toBeLessThanOrEqual(MAX_BATCH);
        expect(schedule).toEqual(
          expect.objectContaining({
            frequency: expect.anything(),
            timeout: expect.anything(),
          }),
        );
      },
    },
    {
      name: 'finds out nothing about nobody',
      async run() {
        expect(await collect([])).toEqual([]);
      },
    },
    {
      name: 'answers about those that it was asked about, each once',
      async run() {
        const [left, ...asked] = entities;
        const refs = (await collect(asked)).map(({ entityRef }) => entityRef);
        expect(refs).not.toContain(left.entityRef);
        expect(asked.map(({ entityRef }) => entityRef)).toEqual(
          expect.arrayContaining(refs),
        );
        expect(new Set(refs).size).toBe(refs.length);
        expect(await collect()).not.toHaveLength(0);
      },
    },
    {
      name: 'brings what its schema says',
      async run() {
        const { schema } = await create();
        for (const { entityRef, facts } of await collect()) {
          const mistake =
            findFactMistake(facts) ?? findSchemaMistake(schema, facts);
          expect(`${entityRef}: ${shown(mistake)}`).toBe(
            `${entityRef}: no mistake`,
          );
        }
      },
    },
    {
      name: 'tells instants with their zone, and none that is to come as the time of collection',
      async run() {
        const answers = await collect();
        const texts = answers.flatMap(({ facts }) => textsIn(facts));
        expect(texts.filter(text => WITHOUT_ZONE.test(text))).toEqual([]);
        for (const { collectedAt = 1 } of answers) {
          expect(Number.isInteger(collectedAt)).toBe(true);
          expect(collectedAt).toBeGreaterThan(0);
          expect(collectedAt).toBeLessThanOrEqual(Date.now());
        }
      },
    },
    {
      name: 'says the same one by one as at once',
      async run() {
        const apart: EntityFacts[] = [];
        for (const entity of entities) {
          apart.push(...(await collect([entity])));
        }
        expect(factsByRef(apart)).toEqual(factsByRef(await collect()));
      },
    },
    {
      name: 'leaves what it is given as it was',
      async run() {
        const given = structuredClone(entities);
        await collect(given);
        expect(given).toEqual(entities);
      },
    },
    {
      name: 'does nothing once it was told to stop',
      async run() {
        const stopped = collect(entities, AbortSignal.abort());
        expect(await stopped.catch(() => [])).toEqual([]);
      },
    },
    {
      name: 'ends where it is told to stop while it works',
      async run() {
        const controller = new AbortController();
        const { signal } = controller;
        const collector = await create();
        const working = collector.collect({ entities, signal });
        controller.abort();
        // Of one that goes on waiting the time limit of the test tells. What it already has it may bring.
        await working.catch(() => {});
      },
    },
    {
      name: 'brings no ages: a day later the same is so',
      async run() {
        const today = factsByRef(await collect());
        const tomorrow = await atAnotherTime(DAY, () => collect());
        expect(factsByRef(tomorrow)).toEqual(today);
      },
    },
  ];
}

function shown(mistake: FactMistake | undefined): string {
  return mistake
    ? `${mistake.path.join('.') || 'it'}: expected ${mistake.expected}`
    : 'no mistake';
}

function factsByRef(answers: readonly EntityFacts[]) {
  return Object.fromEntries(
    answers.map(({ entityRef, facts }) => [entityRef, facts]),
  );
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return value && typeof value === 'object'
    ? Object.values(value).flatMap(textsIn)
    : [];
}
