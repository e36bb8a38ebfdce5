import type {
  Attestation,
  CheckState,
  Exemption,
  UnknownReason,
} from '../../model';
import type { CompiledCheck } from '../CompiledPolicy';

/** What one check says, without the words around it. Model section 2. */
export interface CheckVerdict {
  readonly check: CompiledCheck;
  readonly state: CheckState;
  /** What it counts, 0..1; 0 where unknown. Beneath an exemption its real value. */
  readonly score: number;
  /** It would not pass, or not fail, without a fact that is older than its ttl. */
  readonly stale: boolean;
  readonly linked: boolean;
  readonly unknownReason: UnknownReason | undefined;
  /** Set where the state is `exempt`. */
  readonly underlying: 'fail' | 'unknown' | undefined;
  /** In force for the check, whether it leans on it or passes. */
  readonly exemption: Exemption | undefined;
  /** The attestation that decided. */
  readonly attestation: Attestation | undefined;
}
