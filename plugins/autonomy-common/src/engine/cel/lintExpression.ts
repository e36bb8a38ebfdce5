import type { ASTNode } from '@marcbachmann/cel-js';
import { type Absence, outcomesOf } from './absence';
import { COMPREHENSIONS } from './comprehensions';
import { FALSE, TRUE } from './outcomes';
import { parse } from './parse';
import {
  childNodes,
  comparedWithEmpty,
  literalOf,
  pathOf,
  sizedIn,
} from './syntax';

/** Something in an expression that its author should know of. @public */
export interface LintFinding {
  /** `absent-fact`: a fact that goes missing helps; `empty-list`: so does a list that loses its items. */
  rule: 'absent-fact' | 'empty-list';
  message: string;
  /** Offset of the character it is about, from 0. */
  position: number;
}

interface Suspect extends Absence {
  position: number;
}

function suspectOf(node: ASTNode): [Absence['kind'], ASTNode] | undefined {
  if (node.op === 'in') return ['items', node.args[1]];
  const compared = comparedWithEmpty(node);
  if (compared) return ['items', compared];
  if (node.op === 'call' && node.args[0] === 'has') {
    return ['fact', node.args[1][0]];
  }
  if (node.op === 'rcall' && COMPREHENSIONS.includes(node.args[0])) {
    return ['items', node.args[1]];
  }
  const sized = sizedIn(node);
  return sized && ['items', sized];
}

/** What could help by its absence; only what is asked for by `has`, or used as a list, can. */
function suspectsIn(root: ASTNode): Suspect[] {
  const suspects = new Map<string, Suspect>();
  const visit = (node: ASTNode) => {
    const [kind, subject] = suspectOf(node) ?? [];
    const path = subject && pathOf(subject)?.join('.');
    if (kind && path !== undefined && !suspects.has(`${kind} ${path}`)) {
      suspects.set(`${kind} ${path}`, { kind, path, position: node.start });
    }
    childNodes(node).forEach(visit);
  };
  visit(root);
  return [...suspects.values()];
}

/** Every score that the expression may give as it is written out, and the full one. */
function scoresIn(root: ASTNode): Set<number> {
  const scores = new Set([1]);
  const visit = (node: ASTNode) => {
    const value = literalOf(node);
    if (typeof value === 'number') scores.add(value);
    if (node.op === '?:') node.args.slice(1).forEach(visit);
  };
  visit(root);
  return scores;
}

/** How many parts are looked at, again and again: an expression may have hundreds, and a policy many of those. */
const MOST_LOOKS = 3000;

function partsOf(root: ASTNode): number {
  return childNodes(root).reduce((sum, part) => sum + partsOf(part), 1);
}

/** What is to be tried of an expression: all of it, or the first of what is too much. */
function trialsOf(root: ASTNode): { suspects: Suspect[]; scores: number[] } {
  const suspects = suspectsIn(root);
  const rounds = MOST_LOOKS / partsOf(root);
  const scores = [...scoresIn(root)].slice(
    0,
    Math.max(1, rounds / Math.max(1, suspects.length)),
  );
  return {
    suspects: suspects.slice(0, Math.max(1, rounds / scores.length)),
    scores,
  };
}

/** Whether absence can turn what is said into something else. */
function canTurnInto(
  root: ASTNode,
  scores: readonly number[],
  absence: Absence,
  outcome: number,
): boolean {
  return scores.some(passAt =>
    outcomesOf(root, absence, passAt).some(
      ({ absent, present }) => absent === outcome && present !== outcome,
    ),
  );
}

/**
 * Finds where an expression can pass because something is absent, which is legal and seldom meant.
 * Where a fact is merely missing its reader is unknown, so that only few expressions can. Two lists
 * that are compared as a whole are not looked at, unless one of them is `[]`; of an expression with hundreds of parts
 * only the first lists and facts are.
 *
 * @param source - an expression that compiles
 * @param use - as a `condition` of a check, what is found is where the check stops to apply
 * @public
 */
export function lintExpression(
  source: string,
  use: 'check' | 'condition' = 'check',
): LintFinding[] {
  const root = parse(source);
  const findings: LintFinding[] = [];
  const { suspects, scores } = trialsOf(root);
  for (const { kind, path, position } of suspects) {
    const place = `(at character ${position + 1})`;
    if (use === 'condition') {
      // That an item is not in a list is what conditions ask, so only facts count.
      if (kind === 'items' || !canTurnInto(root, scores, { kind, path }, FALSE))
        continue;
      const message = `can stop to apply because ${path} is missing ${place}`;
      findings.push({ rule: 'absent-fact', message, position });
    } else if (canTurnInto(root, scores, { kind, path }, TRUE)) {
      const [rule, words] =
        kind === 'fact'
          ? (['absent-fact', 'is missing'] as const)
          : (['empty-list', 'is empty'] as const);
      const message = `can pass because ${path} ${words} ${place}`;
      findings.push({ rule, message, position });
    }
  }
  return findings;
}
