import type { Coverage, Incident, Policy } from '../../model';
import type { Consequences } from '../consequences';

/** What trust is computed from. Model section 7. */
export interface TrustInput {
  entityRef: string;
  firstSeenAt: number;
  incidents: readonly Incident[];
  coverage: readonly Coverage[];
  consequences: Consequences;
  policy: Policy;
  now: number;
}
