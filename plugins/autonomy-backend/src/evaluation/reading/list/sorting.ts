import type { EntitySortField } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { z } from 'zod';
import { cursorText } from '../../../paging';
import type { ListOrder, Position } from './ListQuery';

interface Sort {
  /** Its ref breaks ties, so that one index has the whole order. */
  table: 'entities' | 'entity_context' | 'evaluations';
  /** Never null. As the indexes have it. */
  expression: string;
  /** Where rows without a value come last in either order: the expression for the ascending one. */
  ascending?: string;
  /** A column takes no other values, not even to be compared with. */
  value: z.ZodType<string | number>;
}

const integer = z.int32();
/** Above every priority; see model section 8. */
const LAST = '1e9';

const numberOf = (column: string): Sort => ({
  table: 'evaluations',
  expression: `evaluations.${column}`,
  value: z.number(),
});
const priorityOf = (column: string): Sort => ({
  table: 'evaluations',
  expression: `coalesce(evaluations.${column}, -1)`,
  ascending: `coalesce(evaluations.${column}, ${LAST})`,
  value: z.number(),
});

/** The only expressions that a list is ever ordered by. */
const SORTS: Record<EntitySortField, Sort> = {
  name: {
    table: 'entities',
    expression: 'entities.sort_name',
    value: cursorText,
  },
  level: { ...numberOf('level'), value: integer },
  guardrailStatus: { ...numberOf('guardrail_rank'), value: integer },
  readiness: {
    ...numberOf('readiness'),
    expression: 'coalesce(evaluations.readiness, -1)',
  },
  accountability: numberOf('accountability'),
  tier: {
    table: 'entity_context',
    expression: 'entity_context.tier',
    value: integer,
  },
  owner: {
    table: 'entities',
    expression: "coalesce(entities.owner_ref, '')",
    value: cursorText,
  },
  domain: {
    table: 'entity_context',
    expression: "coalesce(entity_context.domain_ref, '')",
    value: cursorText,
  },
  surplus: priorityOf('surplus'),
  deficit: priorityOf('deficit'),
};

/**
 * What a list is ordered by.
 *
 * @returns SQL of the value, and of the ref that breaks ties
 * @internal
 */
export function sortOf({ by, direction }: ListOrder): {
  value: string;
  ref: string;
} {
  const { ascending, expression, table } = SORTS[by];
  return {
    value: direction === 'asc' ? ascending ?? expression : expression,
    ref: `${table}.entity_ref`,
  };
}

/**
 * Whether a position can be one in an order.
 *
 * @internal
 */
export function isPositionIn({ by }: ListOrder, { value }: Position): boolean {
  return SORTS[by].value.safeParse(value).success;
}
