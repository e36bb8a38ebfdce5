import type {
  FactBound,
  FactReading,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { FactLine } from './FactLine';

const DAY = 86_400_000;

async function textOf(reading: Partial<FactReading>, shared = false) {
  renderInTestApp(
    <FactLine
      reading={{ path: 'a.b', state: 'fresh', ...reading }}
      shared={shared}
    />,
  );
  return (await screen.findByText(/a\.b/)).textContent;
}

describe('FactLine', () => {
  it.each<[FactReading['value'], FactBound[], string]>([
    [1.08, [{ operator: '<=', value: 1 }], '1.08, had to be at most 1'],
    [
      0.5,
      [
        { operator: '>', value: 0.6 },
        { operator: '<', value: 0.9 },
      ],
      '0.5, had to be above 0.6 and be below 0.9',
    ],
    [false, [{ operator: '==', value: true }], 'no, had to be yes'],
    [true, [{ operator: '==', value: true }], 'yes'],
    ['x', [{ operator: '!=', value: '' }], 'x, had to be there'],
    ['x', [{ operator: '!=', value: 'y' }], 'x, had to differ from y'],
    [1, [{ operator: '==', fact: 'a.c' }], '1, had to be the same as a.c'],
    [
      'node18',
      [{ operator: 'in', value: ['node22', 'node24'] }],
      'node18, had to be one of node22, node24',
    ],
    [
      '2026-08-19T12:00:00Z',
      [{ operator: 'within', value: 90 * DAY }],
      'Aug 19, 2026, had to be within the last 90 days',
    ],
    [
      '2026-08-19T12:00:00Z',
      [{ operator: 'not-within', value: 7 * DAY }],
      'Aug 19, 2026, had to be older than 7 days',
    ],
    [4, [{ operator: '<=', fact: 'a.limit' }], '4, had to be at most a.limit'],
    [
      ['x'],
      [{ operator: '>=', value: 2, size: true }],
      'x, had to be at least 2 in size',
    ],
    ['x', [{ operator: 'not-exists' }], 'x, had to be absent'],
    ['x', [{ operator: 'matches', value: '^v\\d' }], 'x, had to match ^v\\d'],
    [
      3,
      [
        { operator: '==', value: 1, alternative: true },
        { operator: '==', value: 2, alternative: true },
      ],
      '3, had to be 1 or be 2',
    ],
    [3, [], '3'],
  ])('writes %p with %p', async (value, bounds, words) => {
    expect(await textOf({ value, bounds })).toBe(`a.b = ${words}`);
  });

  it('asks less of a fact where another may do', async () => {
    const bounds: FactBound[] = [
      { operator: '>', value: 0 },
      { operator: '==', value: 1, alternative: true },
    ];

    expect(await textOf({ value: 3, bounds }, true)).toBe(
      'a.b = 3, had to be above 0, could be 1',
    );
  });

  it('says how old a fact is, and when that is too old', async () => {
    expect(
      await textOf({
        value: 1,
        state: 'expired',
        collectedAt: Date.now() - 3.5 * DAY,
      }),
    ).toBe('a.b = 1 · too old, 3 days ago');
  });

  it('says what a missing fact would have had to meet', async () => {
    expect(
      await textOf({ state: 'missing', bounds: [{ operator: 'exists' }] }),
    ).toBe('a.b: nothing reported, had to be there');
  });
});
