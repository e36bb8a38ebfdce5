import fc from 'fast-check';
import { defaultPolicy } from '../../__fixtures__/defaults';
import type { CheckState } from '../../model';
import { readinessRollUp, type RollUpEntity } from '.';

const { readiness } = defaultPolicy().policy;

/** An entity by the states of its checks. */
function entity(states: Record<string, CheckState>): RollUpEntity {
  return {
    checks: Object.entries(states).map(([id, state]) => ({
      id,
      title: `Title of ${id}`,
      section: 'Team',
      state,
    })),
  };
}

function rollUp(...entities: RollUpEntity[]) {
  return readinessRollUp(entities, readiness);
}

const times = (count: number, made: RollUpEntity) =>
  Array.from({ length: count }, () => made);

describe('readinessRollUp', () => {
  it('answers yes from 90 % of those to which an item applies', () => {
    const fail = entity({ logs: 'fail' });
    const pass = entity({ logs: 'pass' });
    expect(rollUp(...times(9, pass), fail).items).toEqual([
      {
        id: 'logs',
        title: 'Title of logs',
        section: 'Team',
        applicable: 10,
        passing: 9,
        share: 0.9,
        yes: true,
      },
    ]);
    expect(rollUp(...times(8, pass), fail).items[0].yes).toBe(false);
  });

  it('takes neither an exemption nor the unknown for a yes', () => {
    const { items } = rollUp(
      entity({ a: 'exempt', b: 'unknown', c: 'pass' }),
      entity({ a: 'pass', b: 'pass', c: 'not-applicable' }),
    );
    expect(items.map(({ share, yes }) => [share, yes])).toEqual([
      [0.5, false],
      [0.5, false],
      [1, true],
    ]);
  });

  it('leaves out what applies to none or does not count yet', () => {
    expect(
      rollUp(entity({ a: 'announced', b: 'not-applicable' })),
    ).toMatchObject({ entities: 1, items: [], gaps: 0, band: undefined });
  });

  it.each([
    [0, 'ready'],
    [3, 'minor-gaps'],
    [7, 'focus'],
    [8, 'not-ready'],
  ])('%i items answered no: %s', (gaps, band) => {
    const states = Object.fromEntries(
      Array.from({ length: 20 }, (_, i): [string, CheckState] => [
        `item-${i}`,
        i < gaps ? 'fail' : 'pass',
      ]),
    );
    expect(rollUp(entity(states))).toMatchObject({ gaps, band });
  });

  it('names the largest gaps first: by share, then by how many lack it', () => {
    const { topGaps } = rollUp(
      entity({ few: 'pass', narrow: 'fail', wide: 'fail', fine: 'pass' }),
      entity({ few: 'fail', wide: 'fail', fine: 'pass' }),
    );
    expect(topGaps).toEqual(['wide', 'narrow', 'few']);
  });

  it('counts an entity that stands for several as if it were each of them', () => {
    const state = fc.constantFrom<CheckState>(
      'pass',
      'fail',
      'unknown',
      'exempt',
      'announced',
      'not-applicable',
    );
    const states = fc.dictionary(fc.constantFrom('a', 'b', 'c'), state);
    const several = fc.record({
      count: fc.integer({ min: 1, max: 20 }),
      states,
    });
    fc.assert(
      fc.property(fc.array(several), groups => {
        const weighted = groups.map(({ count, states: of }) => ({
          ...entity(of),
          count,
        }));
        const repeated = groups.flatMap(({ count, states: of }) =>
          times(count, entity(of)),
        );
        expect(rollUp(...weighted)).toEqual(rollUp(...repeated));
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps the order of the checks, whatever the order of entities', () => {
    const state = fc.constantFrom<CheckState>('pass', 'fail', 'exempt');
    const ids = ['b', 'd', 'a', 'c'];
    const arbitrary = fc.record(Object.fromEntries(ids.map(id => [id, state])));
    fc.assert(
      fc.property(fc.array(arbitrary, { minLength: 1 }), all => {
        const entities = all.map(states =>
          entity(Object.fromEntries(ids.map(id => [id, states[id]]))),
        );
        const result = rollUp(...entities);
        expect(result.items.map(({ id }) => id)).toEqual(ids);
        expect(rollUp(...[...entities].reverse())).toEqual(result);
        for (const { applicable, passing, share } of result.items) {
          expect(share).toBe(passing / applicable);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
