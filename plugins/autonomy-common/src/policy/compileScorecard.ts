import type { JsonObject } from '@backstage/types';
import {
  filterPredicateToFilterFunction,
  parseFilterPredicate,
} from '@backstage/filter-predicates';
import type { CompiledCheck, CompiledScorecard, FactSchemas } from '../engine';
import { unknownArea } from '../engine/unknownArea';
import type {
  CheckDefinition,
  Policy,
  Scorecard,
  ScorecardRole,
} from '../model';
import { compileCheck } from './compileCheck';
import {
  formatPath,
  type DocumentLines,
  type FieldPath,
} from './DocumentLines';
import type { PolicyIssue } from './PolicyIssue';
import { TEXT_LIMITS } from './yaml';

/** A scorecard and where it stands. */
export interface ScorecardSource {
  file: string;
  lines: DocumentLines;
  /** Path of its spec. */
  path: FieldPath;
  value: Scorecard;
  /** The governance domain whose overlay it belongs to. */
  overlay?: string;
}

/** What the scorecards of one policy are compiled with. */
export interface CompileContext {
  policy: Policy;
  /** Check id to the instant of its first publication. */
  published: Readonly<Record<string, number>>;
  /** Facts that collectors besides the built-in ones declare. */
  facts?: FactSchemas;
  /** Where a check id was first used; exemptions and plans know a check by its id alone. */
  seen: Map<string, { role: ScorecardRole; file: string; line: number }>;
  issues: PolicyIssue[];
  warnings: PolicyIssue[];
}

function compileFilter(
  filter: JsonObject | undefined,
): (entity: JsonObject) => boolean {
  if (!filter) return () => true;
  const matches = filterPredicateToFilterFunction(parseFilterPredicate(filter));
  return entity => matches(entity);
}

/** What is wrong with a check in this policy, besides its expressions. */
function misfits(
  { areas = [], narrowTo, linkedBy, passAt }: CheckDefinition,
  { areas: known, guardrails: { caps }, catalog }: Policy,
): { path: FieldPath; message: string }[] {
  const ids = known.map(({ id }) => id);
  const result = areas.flatMap(
    (area, i): ReturnType<typeof misfits> =>
      ids.includes(area)
        ? []
        : [{ path: ['areas', i], message: unknownArea(area, ids) }],
  );
  if (narrowTo !== undefined && narrowTo < caps.stop) {
    const message = `must leave at least what effect stop leaves (expected at least ${caps.stop}, found ${narrowTo})`;
    result.push({ path: ['narrowTo'], message });
  }
  // Else losing the fact could count more than passing.
  if (linkedBy !== undefined && passAt < catalog.linkedScore) {
    const message = `must not be below what a linked tool counts (expected at least ${catalog.linkedScore}, found ${passAt})`;
    result.push({ path: ['passAt'], message });
  }
  return result;
}

/** Compiles one scorecard; every mistake becomes an issue at its field. */
export function compileScorecard(
  { file, lines, path, value: scorecard, overlay }: ScorecardSource,
  { policy, published, facts, seen, issues, warnings }: CompileContext,
): CompiledScorecard {
  const { name, role, filter } = scorecard;
  const at = (field: FieldPath, message: string): PolicyIssue => ({
    file,
    line: lines.lineOf(field),
    field: formatPath(field),
    message,
  });

  let matches = (_entity: JsonObject) => false;
  try {
    matches = compileFilter(filter);
  } catch (error) {
    const [first] = (error as Error).message.split('\n');
    const message = `is not a filter predicate: ${first}`;
    issues.push(at([...path, 'filter'], message));
  }

  const checks = scorecard.checks.flatMap((definition, i): CompiledCheck[] => {
    // Nothing comes of it any more, and to find further mistakes takes its time.
    if (issues.length >= TEXT_LIMITS.issues) return [];
    const { id } = definition;
    const own = [...path, 'checks', i];
    const first = seen.get(id);
    if (first) {
      const message = `check ${id} exists already in role ${first.role} (${first.file}:${first.line})`;
      issues.push(at([...own, 'id'], message));
    } else {
      seen.set(id, { role, file, line: lines.lineOf([...own, 'id']) });
    }
    for (const { path: field, message } of misfits(definition, policy)) {
      issues.push(at([...own, ...field], message));
    }
    const publishedAt = Object.hasOwn(published, id)
      ? published[id]
      : undefined;
    const result = compileCheck(
      definition,
      { scorecard: name, role, overlay, publishedAt },
      policy,
      facts,
    );
    for (const { field, message } of result.issues) {
      issues.push(at([...own, field], message));
    }
    for (const { field, message } of result.warnings) {
      warnings.push(at([...own, field], message));
    }
    return result.check ? [result.check] : [];
  });
  return { name, role, matches, checks };
}
