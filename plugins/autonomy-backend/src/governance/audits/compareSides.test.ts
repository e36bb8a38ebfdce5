import type {
  Consequence,
  DecisionRight,
  Evaluation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { loadPolicy } from '../../scorecards';
import { compareSides } from './compareSides';

const TIER = 2;

/** Areas with what is recommended and how much trust there is. */
function evaluation(
  areas: Record<string, [Consequence, DecisionRight, number]>,
): Pick<Evaluation, 'entity' | 'rights' | 'trust'> {
  const entries = Object.entries(areas);
  return {
    entity: { tier: { effective: TIER } },
    rights: entries.map(([area, [consequence, recommended]]) => ({
      area,
      title: area,
      consequence,
      recommended,
      effective: 1,
      grant: area === 'granted' ? { right: 4 } : undefined,
    })),
    trust: entries.map(([area, [, , value]]) => ({ area, value })),
  } as any;
}

describe('the comparison of two sides', () => {
  async function compare(
    areas: Parameters<typeof evaluation>[0],
    team: Record<string, DecisionRight>,
    board: Record<string, DecisionRight>,
  ) {
    const { policy } = await loadPolicy([]);
    return compareSides(team, board, evaluation(areas), policy);
  }

  it.each<[string, DecisionRight, DecisionRight, number]>([
    // Recommended is 3, trust 0.6; tier 2 counts 1.5, a surplus in medium 2, a deficit in medium 2.
    ['agreement on what is recommended', 3, 3, 0],
    ['a team that decides more', 5, 3, 0.4 * 2 * 1.5 * 2],
    ['a board that thinks it does', 3, 5, 0.4 * 2 * 1.5 * 2],
    ['a team that decides less', 1, 3, 2 * 2],
    ['the larger of two distances, up', 5, 2, 0.4 * 2 * 1.5 * 2],
    ['the larger of two distances, down', 4, 1, 2 * 2],
    ['the more urgent of two as large', 4, 2, 2],
  ])('weighs %s', async (_, team, board, priority) => {
    const [row] = await compare(
      { budget: ['medium', 3, 0.6] },
      { budget: team },
      { budget: board },
    );
    expect(row.priority).toBeCloseTo(priority);
  });

  it('puts the most urgent first, and equals in the order of the policy', async () => {
    const rows = await compare(
      {
        calm: ['low', 3, 0.5],
        granted: ['critical', 1, 0],
        quiet: ['low', 3, 0.5],
        tense: ['low', 3, 0.5],
      },
      { calm: 3, granted: 3, quiet: 3, tense: 4 },
      { calm: 3, granted: 2, quiet: 3, tense: 3 },
    );
    expect(rows.map(({ area }) => area)).toEqual([
      'granted',
      'tense',
      'calm',
      'quiet',
    ]);
    expect(rows[0]).toEqual({
      area: 'granted',
      title: 'granted',
      team: 3,
      board: 2,
      granted: 4,
      recommended: 1,
      effective: 1,
      priority: expect.closeTo(8 * 1.5 * 2),
    });
  });

  it('leaves out areas that a side did not rate', async () => {
    const rows = await compare(
      {
        budget: ['low', 3, 0.5],
        ...({ constructor: ['low', 3, 0.5] } as {}),
      },
      { budget: 3 },
      { budget: 3 },
    );
    expect(rows.map(({ area }) => area)).toEqual(['budget']);
  });
});
