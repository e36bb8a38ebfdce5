import type { EvaluationEvent } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { guardrailStatement } from './guardrailStatement';
import { ladderStatement } from './ladderStatements';
import { plainText } from './plainText';
import type { PolicyWords } from './PolicyWords';
import { rightsStatements } from './rightsStatements';
import type { Statement } from './Statement';

const LONGEST_ID = 80;

type PlanEvent = Extract<EvaluationEvent, { kind: 'plan-ended' }>;

function planStatement({ cause, outcome, planId }: PlanEvent): Statement {
  const plan = `plan ${plainText(planId, LONGEST_ID)}`;
  return {
    category: `plan-${outcome}`,
    causes: [cause],
    subject: `plan/${planId}`,
    title: `plan ${outcome}`,
    text:
      outcome === 'completed'
        ? `The ${plan} ended with its criteria met. Its bound is lifted, and it counts as learning.`
        : `The ${plan} ended undecided. Its bound is lifted, and it does not count as learning.`,
  };
}

/**
 * Changes in words, as far as people need to know of them.
 *
 * @param events - what changed in all; no two about the same
 * @param now - UTC milliseconds
 * @internal
 */
export function statementsOf(
  events: readonly EvaluationEvent[],
  words: PolicyWords,
  now: number,
): Statement[] {
  const statements = events.map(event => {
    switch (event.kind) {
      case 'guardrail-changed':
        return guardrailStatement(event, words);
      case 'plan-ended':
        return planStatement(event);
      default:
        return ladderStatement(event, words);
    }
  });
  const rights = events.filter(event => event.kind === 'right-changed');
  return [
    ...statements.filter(each => each !== undefined),
    ...rightsStatements(rights, words, now),
  ];
}
