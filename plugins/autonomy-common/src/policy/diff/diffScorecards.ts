import type { JsonObject } from '@backstage/types';
import type { CompiledCheck, CompiledPolicy } from '../../engine';
import type { Scorecard } from '../../model';
import { asWritten, scorecardSchema } from '../schema';
import { CHECK_DEFAULTS, CHECK_FIELDS, type Strictness } from '../strictness';
import { isEqual } from './diffFields';
import { effectOf, reversed } from './effects';
import type { PolicyChange } from './PolicyChange';

type Subject = Pick<PolicyChange, 'subject' | 'role' | 'id'>;

/** A later level asks for less. */
const STRICTNESS: Readonly<Record<string, Strictness | undefined>> = {
  ...CHECK_FIELDS,
  level: 'less',
};

/** Fields that are compared only where both say something: else the policy or the areas decide. */
function effectOfField(field: string, before: unknown, after: unknown) {
  const [from, to] = [before, after].map(
    value => value ?? CHECK_DEFAULTS[field],
  );
  return from === undefined || to === undefined
    ? undefined
    : effectOf(STRICTNESS[field], from, to);
}

/**
 * A guardrail or a criterion can only ask for more, and so can a check of an overlay; any other
 * check that passes lifts a score.
 */
function effectOfAdding({ role, overlay }: CompiledCheck) {
  const asks = role === 'guardrails' || role === 'levels' || overlay;
  return asks ? 'tightens' : undefined;
}

function fieldsOf({ definition, scorecard, role }: CompiledCheck): JsonObject {
  const fields = Object.entries({ ...definition, scorecard }).map(
    ([field, value]) => [
      field,
      asWritten(scorecardSchema, ['checks', 0, field], { role }, value),
    ],
  );
  return Object.fromEntries(fields);
}

/** The fields of something in which its two states differ. */
function changes(
  subject: Subject,
  before: JsonObject,
  after: JsonObject,
  effect: (field: string) => PolicyChange['effect'],
): PolicyChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter(field => !isEqual(before[field], after[field]))
    .map(field => ({
      ...subject,
      change: 'changed' as const,
      field,
      from: before[field],
      to: after[field],
      effect: effect(field),
    }));
}

function diffCheck(
  subject: Subject,
  before: CompiledCheck | undefined,
  after: CompiledCheck | undefined,
): PolicyChange[] {
  if (before && after) {
    const [from, to] = [before, after].map(
      check => check.definition as unknown as Record<string, unknown>,
    );
    return changes(subject, fieldsOf(before), fieldsOf(after), field =>
      effectOfField(field, from[field], to[field]),
    );
  }
  return after
    ? [{ ...subject, change: 'added', effect: effectOfAdding(after) }]
    : [
        {
          ...subject,
          change: 'removed',
          effect: reversed(effectOfAdding(before!)),
        },
      ];
}

function diffScorecard(
  subject: Subject,
  before: Scorecard | undefined,
  after: Scorecard | undefined,
): PolicyChange[] {
  if (!before || !after) {
    return [{ ...subject, change: after ? 'added' : 'removed' }];
  }
  const [from, to] = [before, after].map(({ checks, ...rest }) => rest);
  return changes(
    subject,
    from as JsonObject,
    to as JsonObject,
    () => undefined,
  );
}

/** Compares what has the same key in two policies, and what only one of them has. */
function match<T>(
  before: Map<string, T>,
  after: Map<string, T>,
  diff: (a: T | undefined, b: T | undefined) => PolicyChange[],
): PolicyChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap(key =>
    diff(before.get(key), after.get(key)),
  );
}

function checksOf({ compiled }: CompiledPolicy): Map<string, CompiledCheck> {
  return new Map(
    compiled
      .flatMap(({ checks }) => checks)
      .map(check => [`${check.role}/${check.definition.id}`, check]),
  );
}

function scorecardsOf({ scorecards }: CompiledPolicy): Map<string, Scorecard> {
  return new Map(scorecards.map(scorecard => [scorecard.name, scorecard]));
}

/** The scorecards and checks in which two policies differ. */
export function diffScorecards(
  before: CompiledPolicy,
  after: CompiledPolicy,
): PolicyChange[] {
  return [
    ...match(scorecardsOf(before), scorecardsOf(after), (a, b) => {
      const { role, name: id } = (b ?? a)!;
      return diffScorecard({ subject: 'scorecard', role, id }, a, b);
    }),
    ...match(checksOf(before), checksOf(after), (a, b) => {
      const { role, definition } = (b ?? a)!;
      const subject = { subject: 'check', role, id: definition.id } as const;
      return diffCheck(subject, a, b);
    }),
  ];
}
