import type { JsonValue } from '@backstage/types';
import type { CheckState, ScorecardRole } from './vocabulary';

/** Whether a fact could be read, and how old it was. Model section 2. @public */
export type FactState = 'fresh' | 'stale' | 'expired' | 'missing';

/** One fact that an expression read. @public */
export interface FactReading {
  /** `<collector>.<path>` */
  path: string;
  value?: JsonValue;
  state: FactState;
  collectedAt?: number;
}

/** Why a check is `unknown`. @public */
export type UnknownReason =
  | 'fact-missing'
  | 'fact-expired'
  | 'wrong-type'
  | 'not-covered'
  | 'applicability-unknown';

/** How to mend a failing check. @public */
export interface CheckFix {
  text: string;
  url?: string;
}

/** Result of one check with everything needed to understand it. Model section 2. @public */
export interface CheckResult {
  id: string;
  title: string;
  scorecard: string;
  role: ScorecardRole;
  /** Group heading within its scorecard, e.g. `Observability`. */
  section?: string;
  state: CheckState;
  /** What the check counts, 0..1; 0 where unknown. Absent where it counts nowhere. */
  score?: number;
  /** The score from which the check passes, 0..1. */
  passAt: number;
  weight: number;
  /** It passes or fails on a fact that is older than its ttl. */
  stale: boolean;
  /** It counts half, because a catalog annotation links a tool but no fact proves its use. */
  linked: boolean;
  unknownReason?: UnknownReason;
  reads: FactReading[];
  description?: string;
  owner?: string;
  /** The risk the check is tied to. */
  risk?: string;
  fix?: CheckFix;
}
