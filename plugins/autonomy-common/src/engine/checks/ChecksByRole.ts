import type { ScorecardRole } from '../../model';
import type { CompiledCheck } from '../CompiledPolicy';

/** The checks of one entity by role, each list in ascending id order, in which sums run. */
export type ChecksByRole = Readonly<
  Record<ScorecardRole, readonly CompiledCheck[]>
>;
