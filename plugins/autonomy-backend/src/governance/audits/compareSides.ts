import {
  mismatchOf,
  type AuditComparison,
  type DecisionRight,
  type Evaluation,
  type Policy,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

type Ratings = Readonly<Record<string, DecisionRight>>;

/**
 * What two sides said beside what is granted and recommended, the most urgent first; equals in the policy's order.
 *
 * @param policy - of the entity's domain
 * @internal
 */
export function compareSides(
  team: Ratings,
  board: Ratings,
  { entity, rights, trust }: Pick<Evaluation, 'entity' | 'rights' | 'trust'>,
  policy: Policy,
): AuditComparison[] {
  const trustOf = new Map(trust.map(({ area, value }) => [area, value]));
  const compared = rights
    .filter(
      ({ area }) => Object.hasOwn(team, area) && Object.hasOwn(board, area),
    )
    .map((right): AuditComparison => {
      const { area, consequence, effective, grant, recommended, title } = right;
      const mismatches = [team[area], board[area]].map(actual =>
        mismatchOf(
          { actual, source: 'claimed' },
          {
            recommended,
            consequence,
            trust: trustOf.get(area) ?? 0,
            tier: entity.tier.effective,
          },
          policy,
        ),
      );
      const farthest = Math.max(
        ...mismatches.map(({ difference }) => Math.abs(difference)),
      );
      return {
        area,
        title,
        team: team[area],
        board: board[area],
        granted: grant?.right,
        recommended,
        effective,
        priority: Math.max(
          ...mismatches
            .filter(({ difference }) => Math.abs(difference) === farthest)
            .map(({ priority = 0 }) => priority),
        ),
      };
    });
  return compared.sort((a, b) => b.priority - a.priority);
}
