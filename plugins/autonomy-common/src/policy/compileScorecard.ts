import type { JsonObject } from '@backstage/types';
import {
  filterPredicateToFilterFunction,
  parseFilterPredicate,
} from '@backstage/filter-predicates';
import type { CompiledCheck, CompiledScorecard } from '../engine';
import type { Policy } from '../model';
import { compileCheck } from './compileCheck';
import { formatPath, type FieldPath } from './DocumentLines';
import type { PolicyDocument } from './PolicyDocument';
import type { PolicyIssue } from './PolicyIssue';
import { didYouMean } from './suggest';

/** A document that holds a scorecard. */
export type ScorecardDocument = Extract<PolicyDocument, { kind: 'Scorecard' }>;

/** Where a check id was first used in a role. */
export type SeenChecks = Map<string, { file: string; line: number }>;

function compileFilter(
  filter: JsonObject | undefined,
): (entity: JsonObject) => boolean {
  if (!filter) return () => true;
  const matches = filterPredicateToFilterFunction(parseFilterPredicate(filter));
  return entity => matches(entity);
}

/** Compiles one scorecard; every mistake becomes an issue at its field. */
export function compileScorecard(
  document: ScorecardDocument,
  policy: Policy,
  seen: SeenChecks,
): { compiled: CompiledScorecard; issues: PolicyIssue[] } {
  const { file, lines, value: scorecard } = document;
  const { name, role, filter } = scorecard;
  const issues: PolicyIssue[] = [];
  const report = (path: FieldPath, message: string) =>
    issues.push({
      file,
      line: lines.lineOf(path),
      field: formatPath(path),
      message,
    });

  let matches = (_entity: JsonObject) => false;
  try {
    matches = compileFilter(filter);
  } catch (error) {
    const [first] = (error as Error).message.split('\n');
    report(['spec', 'filter'], `is not a filter predicate: ${first}`);
  }

  const areas = policy.areas.map(({ id }) => id);
  const checks = scorecard.checks.flatMap((definition, i): CompiledCheck[] => {
    const path = ['spec', 'checks', i];
    const key = `${role}/${definition.id}`;
    const first = seen.get(key);
    if (first) {
      report(
        [...path, 'id'],
        `check ${definition.id} exists already in role ${role} (${first.file}:${first.line})`,
      );
    } else {
      seen.set(key, { file, line: lines.lineOf([...path, 'id']) });
    }
    definition.areas?.forEach((area, j) => {
      if (areas.includes(area)) return;
      report(
        [...path, 'areas', j],
        `unknown area (expected one of ${areas.join(
          ', ',
        )}, found ${area})${didYouMean(area, areas)}`,
      );
    });
    const { check, issues: found } = compileCheck(definition, name, policy);
    for (const { field, message } of found) report([...path, field], message);
    return check ? [check] : [];
  });
  return { compiled: { name, role, matches, checks }, issues };
}
