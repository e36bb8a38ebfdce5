import type { LevelPolicy } from '../../model';
import type { AreaTrust } from '../trust';
import type { CheckVerdict } from '../checks/CheckVerdict';
import type { CompiledPolicy } from '../CompiledPolicy';
import type { Consequences } from '../consequences';
import type { GuardrailStanding } from '../guardrails';
import type { Horizon } from '../time';

/** What the ladder looks at. Model section 6. */
export interface LadderInput {
  /** Verdicts of role `levels`. */
  verdicts: readonly CheckVerdict[];
  /** Readiness 0..100 without exemptions. */
  readiness: number | undefined;
  /** 0..1 */
  accountability: number;
  guardrails: readonly GuardrailStanding[];
  trust: readonly AreaTrust[];
  consequences: Consequences;
  policy: CompiledPolicy;
  horizon: Horizon;
}

/** How one level stands now, whatever the levels below say. */
export interface Rung {
  readonly policy: LevelPolicy;
  /** All it asks for is there, exemptions included. */
  met: boolean;
  /** It is met without leaning on an exemption. */
  firm: boolean;
  /** What could lead to demotion is met: all but what only keeps from promotion. */
  kept: boolean;
}

/** How all levels stand now. */
export interface LadderStanding {
  /** From level 1 up. */
  readonly rungs: readonly Rung[];
  /** The highest level up to which all rungs are met. */
  readonly eligible: number;
  readonly firm: number;
  readonly kept: number;
}
