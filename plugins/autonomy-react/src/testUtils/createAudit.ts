import {
  quarterOf,
  type AuditComparison,
  type AuditRating,
  type DecisionRight,
  type RecordedAudit,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { rights } from './story';

const DAY = 86_400_000;

/** The same right for every area of the story, but where it is told otherwise. @public */
export function createAuditRating(
  overrides: Partial<AuditRating> = {},
  right: DecisionRight = 3,
): AuditRating {
  const areas = rights(Date.now()).map(({ area }) => [area, right]);
  return {
    ratedBy: 'user:default/dana',
    ratedAt: Date.now() - DAY,
    ...overrides,
    ratings: { ...Object.fromEntries(areas), ...overrides.ratings },
  };
}

/** What two ratings come to beside what is recommended, the most urgent first. @public */
export function createAuditComparison(
  team: AuditRating,
  board: AuditRating,
): AuditComparison[] {
  return rights(Date.now())
    .map(({ area, title, grant, recommended, effective }) => {
      const sides = { team: team.ratings[area], board: board.ratings[area] };
      return {
        area,
        title,
        ...sides,
        granted: grant?.right,
        recommended,
        effective,
        priority: Math.max(
          Math.abs(sides.team - recommended),
          Math.abs(sides.board - recommended),
        ),
      };
    })
    .sort((a, b) => b.priority - a.priority);
}

/** An audit of this quarter that waits for both sides, and that an owner may rate for the team. @public */
export function createAudit(
  overrides: Partial<RecordedAudit> = {},
): RecordedAudit {
  const { team, board } = overrides;
  const openedAt = overrides.openedAt ?? Date.now() - 10 * DAY;
  const isCompared = team !== undefined && board !== undefined;
  return {
    id: 'A-3',
    entityRef: 'component:default/payments-api',
    entityTitle: 'Payments API',
    domainRef: 'domain:default/payments',
    boardRef: 'group:default/payments-board',
    quarter: quarterOf(openedAt).name,
    cause: 'quarterly',
    openedAt,
    dueAt: openedAt + 45 * DAY,
    state: isCompared ? 'comparing' : 'rating',
    rated: [
      ...(team ? (['team'] as const) : []),
      ...(board ? (['board'] as const) : []),
    ],
    ...(isCompared && { comparison: createAuditComparison(team, board) }),
    actions: [],
    may: isCompared ? { agree: true } : { rate: 'team', agree: false },
    ...overrides,
  };
}
