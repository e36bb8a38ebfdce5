import type {
  AutonomyLevel,
  Grant,
  Incident,
  Tier,
  TrustAudit,
} from '../../model';
import type { Consequences } from '../consequences';
import type { GuardrailStanding } from '../guardrails/GuardrailStanding';
import type { PlanStanding } from '../plans/PlanStanding';
import type { AreaTrust } from '../trust';

/** What bounds the rights of an entity, and what lifts them. Model section 8. */
export interface RightInput {
  entityRef: string;
  level: AutonomyLevel;
  /** 0..1 */
  accountability: number;
  guardrails: readonly GuardrailStanding[];
  plans: readonly PlanStanding[];
  /** In the policy's order of areas. */
  trust: readonly AreaTrust[];
  consequences: Consequences;
  /** The effective tier. */
  tier: Tier;
  grants: readonly Grant[];
  audits: readonly TrustAudit[];
  /** Those that may end a trial; others' are left out. */
  incidents: readonly Incident[];
}
