import type {
  Consequence,
  DecisionRight,
  GuardrailEffect,
  GuardrailStatus,
  NotPassingClock,
} from '../../model';
import type { CheckVerdict } from '../checks/CheckVerdict';

/** Where one guardrail stands. Model section 4. */
export interface GuardrailStanding {
  readonly verdict: CheckVerdict;
  readonly status: GuardrailStatus;
  /** It takes effect: it fails, or cannot be told, after the grace. */
  readonly breached: boolean;
  readonly areas: readonly string[];
  readonly consequence: Consequence;
  readonly effect: GuardrailEffect;
  /** The right that remains in its areas while breached; undefined for effect `inform`. */
  readonly cap: DecisionRight | undefined;
  readonly mandatory: boolean;
  readonly grace: number;
  readonly recovery: number;
  /** Runs while it does not pass, and until it has recovered. */
  readonly clock: NotPassingClock | undefined;
}
