import type {
  GuardrailStatus,
  Need,
  NeedKind,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import {
  statusOf,
  type EvaluationShapes,
} from '../../evaluation/reading/shapes';
import { GUARDRAIL_LETTERS } from '../../evaluation/results';
import { entityOf, withEntity } from '../needRows';
import type { FoundNeeds, NeedsQuestion, NeedsSource } from '../NeedsSource';
import { readBreachDates } from './readBreachDates';

/** Of how many entities it is told when their guardrails take effect. */
const MOST_DATED = 10;
const NONE: Awaited<ReturnType<typeof readBreachDates>> = new Map();

const STATUSES: [NeedKind, readonly GuardrailStatus[]][] = [
  ['guardrail-breached', ['breached', 'unknown']],
  ['guardrail-at-risk', ['at-risk']],
];

/**
 * Guardrails that take effect, or are about to.
 *
 * @internal
 */
export function guardrailNeeds(options: {
  knex: Knex;
  shapes: EvaluationShapes;
}): NeedsSource {
  const { knex, shapes } = options;

  /** A need for each guardrail of some entities that stands so. */
  async function tell(
    rows: any[],
    kind: NeedKind,
    statuses: readonly GuardrailStatus[],
  ): Promise<Need[]> {
    const known = await shapes.of(rows.flatMap(row => row.shape_id ?? []));
    const refs = rows.slice(0, MOST_DATED).map(row => row.needing_ref);
    const dates =
      kind === 'guardrail-at-risk' ? await readBreachDates(knex, refs) : NONE;
    return rows.flatMap(row => {
      const { guardrails = [] } = known.get(row.shape_id) ?? {};
      const standing = guardrails.filter((_, position) =>
        statuses.includes(statusOf(row.guardrail_states[position])),
      );
      return standing.map(
        ({ id, title }): Need => ({
          kind,
          as: 'owner',
          entity: entityOf(row),
          subject: title,
          dueAt: dates.get(row.needing_ref)?.get(id),
        }),
      );
    });
  }

  async function find(
    { limit, scope }: NeedsQuestion,
    kind: NeedKind,
    statuses: readonly GuardrailStatus[],
  ): Promise<FoundNeeds> {
    const letters = statuses.map(status => GUARDRAIL_LETTERS[status]);
    const standing = () =>
      knex('evaluations')
        .whereIn('evaluations.entity_ref', scope.owned())
        .andWhere(either => {
          letters.forEach(letter =>
            either.orWhereLike('evaluations.guardrail_states', `%${letter}%`),
          );
        });
    const rows = await withEntity(standing(), 'evaluations.entity_ref')
      .select('evaluations.shape_id', 'evaluations.guardrail_states')
      .orderBy([
        { column: 'evaluations.guardrail_rank', order: 'desc' },
        'entities.entity_ref',
      ])
      .limit(limit + 1);
    const items = await tell(rows, kind, statuses);
    return {
      kind,
      count:
        rows.length <= limit
          ? items.length
          : await countLetters(standing(), letters),
      items: items.slice(0, limit),
    };
  }

  return question =>
    Promise.all(
      STATUSES.map(([kind, statuses]) => find(question, kind, statuses)),
    );
}

async function countLetters(
  query: Knex.QueryBuilder,
  letters: readonly string[],
): Promise<number> {
  const others = letters.reduce(
    (text, letter) => `replace(${text}, '${letter}', '')`,
    'guardrail_states',
  );
  const row = await query.first(
    query.client.raw(
      `sum(length(guardrail_states) - length(${others})) as total`,
    ),
  );
  return Number(row.total);
}
