import type { JsonValue } from '@backstage/types';
import type { CheckState, ScorecardRole } from './vocabulary';

/** Whether a fact could be read, and how old it was. Model section 2. @public */
export type FactState = 'fresh' | 'stale' | 'expired' | 'missing';

/** How a fact is compared with its bound. @public */
export type BoundOperator =
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | 'in'
  | 'not-in'
  | 'contains'
  | 'not-contains'
  | 'starts-with'
  | 'ends-with'
  | 'matches'
  | 'within'
  | 'not-within'
  | 'exists'
  | 'not-exists';

/**
 * What an expression asks of a fact in order to pass, derived from the expression.
 * @public
 */
export interface FactBound {
  operator: BoundOperator;
  /** What it is compared with; a duration in milliseconds for `within`. */
  value?: JsonValue;
  /** The other fact it is compared with. */
  fact?: string;
  /** The bound is about the number of items or characters. */
  size?: boolean;
  /** Another bound of the expression may be met instead. */
  alternative?: boolean;
}

/** One fact that an expression read. @public */
export interface FactReading {
  /** `<collector>.<path>` */
  path: string;
  value?: JsonValue;
  state: FactState;
  collectedAt?: number;
  /** What the fact had to meet; absent where the expression is too free to tell. */
  bounds?: readonly FactBound[];
}

/** What an exemption says on a result that leans on it. @public */
export interface CheckExemption {
  id: string;
  reason: string;
  expiresAt: number;
}

/** The word of the owners that answered a check. @public */
export interface CheckAttestation {
  id: string;
  answer: 'yes' | 'no';
  attestedAt: number;
  expiresAt: number;
  evidenceUrl?: string;
}

/** Why a check is `unknown`. @public */
export type UnknownReason =
  | 'fact-missing'
  | 'fact-expired'
  | 'wrong-type'
  | 'not-covered'
  | 'attestation-expired'
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
  /** It would not pass, or not fail, without a fact that is older than its ttl. */
  stale: boolean;
  /** It counts half, because a catalog annotation links a tool but no fact proves its use. */
  linked: boolean;
  unknownReason?: UnknownReason;
  /** From when it counts; while announced. */
  effectiveFrom?: number;
  /** What the check is beneath its exemption. */
  underlying?: 'fail' | 'unknown';
  exemption?: CheckExemption;
  attestation?: CheckAttestation;
  /** Whether the owners may answer it: no machine does. */
  attestable?: boolean;
  /** What it adds to the figure of its role: readiness 0..100, accountability 0..1. */
  points?: number;
  /** What its figure lacks because of it; the points and losses of a figure add up to its maximum. */
  lost?: number;
  /** The governance domain whose overlay added it. */
  overlay?: string;
  reads: FactReading[];
  description?: string;
  owner?: string;
  /** The risk the check is tied to. */
  risk?: string;
  fix?: CheckFix;
}
