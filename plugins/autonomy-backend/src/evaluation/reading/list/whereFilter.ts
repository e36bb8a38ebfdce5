import type {
  CheckState,
  GuardrailStatus,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { whereAllVisible } from '../../../permissions';
import { GUARDRAIL_LETTERS, STATE_LETTERS, type Shape } from '../../results';
import type { EvaluationShapes } from '../shapes';
import type { ListFilter } from './ListQuery';

/** The check applies and does not pass. */
const DEFAULT_STATES: readonly CheckState[] = ['fail', 'unknown', 'exempt'];
const DEFAULT_STATUSES: readonly GuardrailStatus[] = [
  'at-risk',
  'breached',
  'unknown',
];

/**
 * Whether a filter asks for what the rest of the catalog says about entities.
 *
 * @internal
 */
export function needsContext({ domain, tier }: ListFilter): boolean {
  return domain !== undefined || tier !== undefined;
}

/**
 * Restricts a query over evaluated entities.
 *
 * @internal
 */
export async function whereFilter(
  query: Knex.QueryBuilder,
  filter: ListFilter,
  shapes: EvaluationShapes,
): Promise<void> {
  whereOneOf(query, filter);
  whereReadiness(query, filter);
  whereMismatch(query, filter);
  whereYesOrNo(query, filter);
  if (filter.text) {
    query.whereRaw(`entities.search_text like ? escape '\\'`, [
      `%${escapeLike(filter.text.toLocaleLowerCase('en-US'))}%`,
    ]);
  }
  whereAllVisible(query, filter.visible);
  await whereLetters(query, filter, shapes);
}

/**
 * Makes a text mean itself in a `like`.
 *
 * @internal
 */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, match => `\\${match}`);
}

function whereOneOf(query: Knex.QueryBuilder, filter: ListFilter): void {
  const alternatives: [string, readonly (string | number)[] | undefined][] = [
    ['evaluations.entity_ref', filter.entityRefs],
    ['lower(entities.kind)', filter.kind],
    ['entities.type', filter.type],
    ['entities.owner_ref', filter.owner],
    ['entities.system_ref', filter.system],
    // As the index has it.
    ["coalesce(entity_context.domain_ref, '')", filter.domain],
    ['entity_context.tier', filter.tier],
    ['evaluations.level', filter.level],
    ['evaluations.guardrail_status', filter.guardrailStatus],
  ];
  for (const [column, values] of alternatives) {
    if (values) {
      query.whereIn(query.client.raw(column), values);
    }
  }
}

function whereReadiness(
  query: Knex.QueryBuilder,
  { maxReadiness, minReadiness }: ListFilter,
): void {
  if (minReadiness !== undefined || maxReadiness !== undefined) {
    // As the index has it; those without one are out of either bound.
    query.whereBetween(
      query.client.raw('coalesce(evaluations.readiness, -1)'),
      [minReadiness ?? 0, maxReadiness ?? 100],
    );
  }
}

function whereMismatch(
  query: Knex.QueryBuilder,
  { mismatch }: ListFilter,
): void {
  if (mismatch) {
    query.andWhere(either => {
      mismatch.forEach(kind => either.orWhereNotNull(`evaluations.${kind}`));
    });
  }
}

function whereYesOrNo(
  query: Knex.QueryBuilder,
  { atRisk, proposed, stale }: ListFilter,
): void {
  if (stale !== undefined) {
    query.where('evaluations.stale', stale);
  }
  const present: [string, boolean | undefined][] = [
    ['evaluations.at_risk_since', atRisk],
    ['evaluations.proposed_level', proposed],
  ];
  for (const [column, isPresent] of present) {
    if (isPresent !== undefined) {
      query[isPresent ? 'whereNotNull' : 'whereNull'](column);
    }
  }
}

async function whereLetters(
  query: Knex.QueryBuilder,
  filter: ListFilter,
  shapes: EvaluationShapes,
): Promise<void> {
  const { guardrail, readinessItem } = filter;
  if (readinessItem !== undefined) {
    const states = filter.readinessState ?? DEFAULT_STATES;
    whereLetter(query, await shapes.all(), {
      column: 'readiness_states',
      positionIn: ({ readiness }) => positionOf(readinessItem, readiness),
      letters: states.map(state => STATE_LETTERS[state]),
    });
  }
  if (guardrail !== undefined) {
    const statuses = filter.guardrailState ?? DEFAULT_STATUSES;
    whereLetter(query, await shapes.all(), {
      column: 'guardrail_states',
      positionIn: ({ guardrails }) => positionOf(guardrail, guardrails),
      letters: statuses.map(status => GUARDRAIL_LETTERS[status]),
    });
  }
}

function positionOf(checkId: string, checks: readonly { id: string }[]) {
  return checks.findIndex(({ id }) => id === checkId);
}

/**
 * One of some letters at the place that a check has in a shape. The condition is a `like` rather than a comparison
 * of one character, because PostgreSQL knows how many rows to expect of the former and not of the latter.
 */
function whereLetter(
  query: Knex.QueryBuilder,
  shapes: ReadonlyMap<string, Shape>,
  wanted: {
    column: 'guardrail_states' | 'readiness_states';
    positionIn: (shape: Shape) => number;
    letters: readonly string[];
  },
): void {
  const column = `evaluations.${wanted.column}`;
  query.andWhere(either => {
    either.whereRaw('1 = 0');
    for (const [id, shape] of shapes) {
      const position = wanted.positionIn(shape);
      if (position >= 0) {
        either.orWhere(ofShape => {
          ofShape.where('evaluations.shape_id', id).andWhere(inner => {
            for (const letter of wanted.letters) {
              inner.orWhereLike(column, `${'_'.repeat(position)}${letter}%`);
            }
          });
        });
      }
    }
  });
}
