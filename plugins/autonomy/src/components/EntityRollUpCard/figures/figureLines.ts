import type {
  EntityFigures,
  EntityGuardrailStatus,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { LEVELS, type ListQuery } from '../../EntitiesOverview/listQuery';

export type FigureId =
  | 'level'
  | 'readiness'
  | 'accountability'
  | 'exempt'
  | 'surplus'
  | 'deficit'
  | 'stale';

/** One figure, and which entities of the list are behind it. */
export interface FigureLine {
  id: FigureId;
  digits: number;
  /** Undefined where there is nothing to count. */
  valueOf: (figures: EntityFigures) => number | undefined;
  query: ListQuery;
}

/** Whoever has an exempt guardrail stands at one of these, because the worst counts. */
const NOT_BETTER_THAN_EXEMPT: EntityGuardrailStatus[] = [
  'breached',
  'unknown',
  'at-risk',
  'exempt',
];

export const FIGURE_LINES: FigureLine[] = [
  {
    id: 'level',
    digits: 1,
    valueOf: averageLevel,
    query: { orderBy: 'level', order: 'asc' },
  },
  {
    id: 'readiness',
    digits: 0,
    valueOf: ({ readiness }) => readiness,
    query: { orderBy: 'readiness', order: 'asc' },
  },
  {
    id: 'accountability',
    digits: 2,
    valueOf: ({ accountability }) => accountability,
    query: { orderBy: 'accountability', order: 'asc' },
  },
  {
    id: 'exempt',
    digits: 0,
    valueOf: ({ exemptPairs }) => exemptPairs,
    query: { guardrailStatus: NOT_BETTER_THAN_EXEMPT },
  },
  {
    id: 'surplus',
    digits: 0,
    valueOf: ({ surplus }) => surplus,
    query: { mismatch: ['surplus'], orderBy: 'surplus', order: 'desc' },
  },
  {
    id: 'deficit',
    digits: 0,
    valueOf: ({ deficit }) => deficit,
    query: { mismatch: ['deficit'], orderBy: 'deficit', order: 'desc' },
  },
  {
    id: 'stale',
    digits: 0,
    valueOf: ({ stale }) => stale,
    query: { stale: true },
  },
];

/** Undefined without entities. */
export function averageLevel({
  entities,
  levels,
}: Pick<EntityFigures, 'entities' | 'levels'>): number | undefined {
  return entities > 0
    ? LEVELS.reduce((sum, level) => sum + level * levels[level], 0) / entities
    : undefined;
}

/** As it is shown: cut rather than rounded, so that 2.99 never looks like the 3 it misses. */
export function cut(value: number, digits: number): number {
  return Math.floor(value * 10 ** digits + 1e-6) / 10 ** digits;
}
