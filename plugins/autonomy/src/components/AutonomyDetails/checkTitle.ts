import type {
  CheckResult,
  Evaluation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/** The title of one of the entity's checks; its id where it has none of that id. */
export function checkTitle(evaluation: Evaluation, id: string): string {
  return checksOf(evaluation).find(check => check.id === id)?.title ?? id;
}

function checksOf(evaluation: Evaluation): CheckResult[] {
  const { guardrails, readiness, accountability, level } = evaluation;
  return [
    ...guardrails.guardrails.map(({ check }) => check),
    ...readiness.checks,
    ...accountability.items.map(({ check }) => check),
    ...level.ladder
      .flatMap(({ requirements }) => requirements)
      .flatMap(item => (item.kind === 'check' ? [item.check] : [])),
  ];
}
