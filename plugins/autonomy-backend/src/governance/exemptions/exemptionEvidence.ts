import type {
  CheckResult,
  ExemptionDebt,
  FactReading,
  ProposalEvidence,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { exceedsDebt } from './exemptionRules';
import type { SeenStakes } from './ExemptionStakesReader';

const MOST_FACTS = 20;
const LONGEST_VALUE = 200;

/**
 * What a board sees of an exemption: how the check stands and what it read, what hangs on it, and the debt of the
 * domain before and after.
 *
 * @internal
 */
export function exemptionEvidence(
  check: Pick<
    CheckResult,
    'id' | 'reads' | 'risk' | 'state' | 'title' | 'underlying'
  >,
  stakes: SeenStakes,
): ProposalEvidence[] {
  const { debt, debtBefore, guardrail, maxRenewals, renewals } = stakes;
  return [
    {
      kind: 'check',
      ref: check.id,
      title: check.title,
      value: check.underlying ?? check.state,
      met: check.state === 'pass',
    },
    ...check.reads.slice(0, MOST_FACTS).map(factEvidence),
    ...(check.risk === undefined
      ? []
      : [{ kind: 'check', ref: check.id, title: 'Risk', value: check.risk }]),
    ...(guardrail === undefined
      ? []
      : [
          {
            kind: 'guardrail',
            ref: check.id,
            title: 'Guardrail',
            value: guardrail.status,
          },
          {
            kind: 'guardrail',
            ref: check.id,
            title: 'Effect',
            value: guardrail.effect,
          },
          {
            kind: 'guardrail',
            ref: check.id,
            title: 'Mandatory',
            value: guardrail.mandatory,
          },
        ]),
    {
      kind: 'exemption',
      ref: stakes.renewalOf,
      title: 'Renewals',
      value: renewals,
      bound: maxRenewals,
      met: renewals <= maxRenewals,
    },
    debtEvidence('Exemption debt before', debtBefore),
    debtEvidence('Exemption debt after', debt),
  ];
}

function factEvidence({ path, state, value }: FactReading): ProposalEvidence {
  return {
    kind: 'fact',
    ref: path,
    title: path,
    value: value === undefined ? state : textOf(value),
  };
}

function textOf(value: FactReading['value']): string | number | boolean {
  if (typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value) ?? '';
  return text.length > LONGEST_VALUE
    ? `${text.slice(0, LONGEST_VALUE - 1)}…`
    : text;
}

function debtEvidence(title: string, debt: ExemptionDebt): ProposalEvidence {
  return {
    kind: 'debt',
    ref: debt.domainRef,
    title,
    value: debt.share ?? 0,
    bound: debt.limit,
    met: !exceedsDebt(debt),
  };
}
