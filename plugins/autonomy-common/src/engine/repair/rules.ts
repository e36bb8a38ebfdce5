import type {
  IncidentClass,
  PlanApproach,
  RepairPolicy,
  Severity,
} from '../../model';
import type { RepairReason, Safety } from './RepairAdvice';

/** What the choice of a repair depends on. */
export interface Failure {
  readonly class: IncidentClass;
  readonly severity: Severity;
  readonly irreversible: boolean;
  readonly record: 'weak' | 'strong';
  readonly safety: Safety;
}

/** One row of the table: it fits a failure whose every figure is among those it names. */
export interface RepairRule {
  readonly when: {
    readonly [Figure in keyof Failure]?: readonly Failure[Figure][];
  };
  readonly approach: PlanApproach | undefined;
  /** Where the cap is not that of the approach. */
  readonly cap?: keyof Pick<RepairPolicy, 'lowSafetyCap'>;
}

/** The first row that fits decides. Model section 9. */
export const REPAIR_RULES: readonly RepairRule[] = [
  {
    when: { class: ['bypass', 'legal', 'ethical'] },
    approach: 'full-restriction',
  },
  {
    when: { severity: ['critical'], irreversible: [true] },
    approach: 'full-restriction',
  },
  {
    when: { severity: ['critical', 'high'], record: ['weak'] },
    approach: 'full-restriction',
  },
  {
    when: { severity: ['critical', 'high'], record: ['strong'] },
    approach: 'targeted-guardrails',
  },
  {
    when: { severity: ['medium'], safety: ['medium', 'high'] },
    approach: 'collaborative-reset',
  },
  {
    when: { severity: ['medium'], safety: ['low'] },
    approach: 'targeted-guardrails',
    cap: 'lowSafetyCap',
  },
  { when: { severity: ['low'] }, approach: undefined },
];

const FIGURES: readonly (keyof Failure)[] = [
  'class',
  'severity',
  'irreversible',
  'record',
  'safety',
];

function fits({ when }: RepairRule, failure: Failure): boolean {
  return FIGURES.every(figure => {
    const allowed: readonly unknown[] | undefined = when[figure];
    return allowed === undefined || allowed.includes(failure[figure]);
  });
}

/** The row that decides; every failure has one. */
export function ruleFor(failure: Failure): RepairRule {
  return REPAIR_RULES.find(rule => fits(rule, failure))!;
}

/** What a row looks at. */
export function reasonsOf({ when }: RepairRule): RepairReason[] {
  return FIGURES.filter(figure => when[figure] !== undefined).map(figure =>
    figure === 'record' ? 'trust-before' : figure,
  );
}
