import type { ExemptionDebt } from '@aligned-autonomy/backstage-plugin-autonomy-common';

const TOLERANCE = 1e-9;

/**
 * What hangs on an exemption.
 *
 * @internal
 */
export interface ExemptionStakes {
  /** Of the guardrail; false for any other check. */
  isMandatory: boolean;
  /** How many came before it, one after the other. */
  renewals: number;
  /** How many may, without the central board. */
  maxRenewals: number;
  /** Of the domain, with the exemption. */
  debt: ExemptionDebt;
  /** Whether the exemption makes the debt larger. */
  isDebt: boolean;
}

/** Why the central board decides. @internal */
export type CentralReason = 'mandatory' | 'renewals' | 'debt';

/**
 * The debt of a domain with some more pairs that are exempt.
 *
 * @internal
 */
export function debtWith(debt: ExemptionDebt, more: number): ExemptionDebt {
  const exempt = debt.exempt + more;
  return {
    ...debt,
    exempt,
    share: debt.pairs > 0 ? exempt / debt.pairs : undefined,
  };
}

/**
 * Whether a domain has more debt than its policy allows.
 *
 * @internal
 */
export function exceedsDebt({ limit, share }: ExemptionDebt): boolean {
  return share !== undefined && share > limit + TOLERANCE;
}

/**
 * Why the board of the domain cannot approve an exemption; empty where it can.
 *
 * @internal
 */
export function centralReasons(stakes: ExemptionStakes): CentralReason[] {
  const { debt, isDebt, isMandatory, maxRenewals, renewals } = stakes;
  const reasons: [CentralReason, boolean][] = [
    ['mandatory', isMandatory],
    ['renewals', renewals > maxRenewals],
    ['debt', isDebt && exceedsDebt(debt)],
  ];
  return reasons.filter(([, holds]) => holds).map(([reason]) => reason);
}
