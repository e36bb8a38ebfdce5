import type { EntitySnapshot } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { FactCollector } from '../facts';
import { entitySnapshot } from './entitySnapshot';
import { factCollectorChecks } from './factCollectorChecks';
import { factCollectorContract } from './factCollectorContract';

const entities = ['a', 'b', 'c'].map(name => entitySnapshot({ name }));
const CHECKED_AT = '2026-06-01T00:00:00Z';

const answer = ({ entityRef }: EntitySnapshot, rest: object = {}) => ({
  entityRef,
  facts: { checkedAt: CHECKED_AT, ...rest },
});

function collector(rest: Partial<FactCollector> = {}): FactCollector {
  return {
    id: 'sample',
    description: 'A collector for tests.',
    schema: { checkedAt: 'instant', note: 'text', 'age.days': 'number' },
    ttl: { hours: 1 },
    schedule: { frequency: { hours: 1 }, timeout: { minutes: 1 } },
    async collect(batch) {
      batch.signal.throwIfAborted();
      return batch.entities.map(entity => answer(entity));
    },
    ...rest,
  };
}

async function failures(rest: Partial<FactCollector>): Promise<string[]> {
  const create = () => collector(rest);
  const failed: string[] = [];
  for (const { name, run } of factCollectorChecks({ create, entities })) {
    await run().catch(() => failed.push(name));
  }
  return failed;
}

describe('a good collector', () => {
  factCollectorContract({ create: () => collector(), entities });
});

describe('factCollectorChecks', () => {
  it.each<[string, Partial<FactCollector>, RegExp]>([
    ['a reserved name', { id: 'catalog' }, /a name of its own/],
    ['an odd name', { id: 'Sample-1' }, /a name of its own/],
    ['no description', { description: '' }, /a name of its own/],
    ['an unknown type', { schema: { checkedAt: 'date' as any } }, /a schema/],
    ['no ttl', { ttl: {} }, /a ttl/],
    ['huge batches', { batchSize: 5_000 }, /a sane size/],
    [
      'an answer that nobody asked for',
      { collect: async () => entities.map(entity => answer(entity)) },
      /asked about/,
    ],
    [
      'two answers about one',
      {
        collect: async batch =>
          batch.entities.flatMap(entity => [answer(entity), answer(entity)]),
      },
      /each once/,
    ],
    ['nothing at all', { collect: async () => [] }, /asked about/],
    [
      'a fact that it does not declare',
      {
        collect: async batch =>
          batch.entities.map(entity => answer(entity, { more: 1 })),
      },
      /what its schema says/,
    ],
    [
      'what is no JSON',
      {
        schema: { at: 'any' },
        collect: async batch =>
          batch.entities.map(({ entityRef }) => ({
            entityRef,
            facts: { at: new Date(0) as any },
          })),
      },
      /what its schema says/,
    ],
    [
      'an instant without its zone',
      {
        collect: async batch =>
          batch.entities.map(e => answer(e, { note: '2026-06-01T00:00:00' })),
      },
      /with their zone/,
    ],
    [
      'the future',
      {
        collect: async batch =>
          batch.entities.map(entity => ({
            ...answer(entity),
            collectedAt: Date.now() + 3_600_000,
          })),
      },
      /to come/,
    ],
    [
      'answers that depend on the batch',
      {
        collect: async batch =>
          batch.entities.map(entity =>
            answer(entity, { note: `one of ${batch.entities.length}` }),
          ),
      },
      /one by one/,
    ],
    [
      'changes to what it was given',
      {
        collect: async batch => {
          (batch.entities as EntitySnapshot[]).sort(() => -1);
          return batch.entities.map(entity => answer(entity));
        },
      },
      /leaves what it is given/,
    ],
    [
      'an age',
      {
        collect: async batch =>
          batch.entities.map(entity =>
            answer(entity, {
              age: {
                days: Math.floor(
                  (Date.now() - Date.parse(CHECKED_AT)) / 86_400_000,
                ),
              },
            }),
          ),
      },
      /no ages/,
    ],
    [
      'one that does not look at the signal',
      {
        collect: async batch => batch.entities.map(entity => answer(entity)),
      },
      /does nothing once/,
    ],
  ])('notices %s', async (_, rest, name) => {
    expect(await failures(rest)).toEqual(
      expect.arrayContaining([expect.stringMatching(name)]),
    );
  });

  it('notices one that goes on waiting', async () => {
    const endOf = async (collect: FactCollector['collect']) => {
      const check = factCollectorChecks({
        create: () => collector({ collect }),
        entities,
      }).find(({ name }) => name.startsWith('ends where'))!;
      return Promise.race([
        check.run().then(() => 'ended'),
        new Promise(resolve => setImmediate(resolve, 'waits')),
      ]);
    };
    const listening: FactCollector['collect'] = ({ signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    expect(await endOf(listening)).toBe('ended');
    expect(await endOf(() => new Promise(() => {}))).toBe('waits');
  });
});
