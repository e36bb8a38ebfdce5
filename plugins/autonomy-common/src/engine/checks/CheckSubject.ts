import type { Attestation, Exemption } from '../../model';
import type { Horizon } from '../time';
import type { FactContext } from './FactContext';

/** What a check is judged on. */
export interface CheckSubject {
  readonly context: FactContext;
  readonly horizon: Horizon;
  /** Those in force, by check id. */
  readonly exemptions: ReadonlyMap<string, Exemption>;
  /** The latest word of the owners, by check id. */
  readonly attestations: ReadonlyMap<string, Attestation>;
  /** What a check counts, 0..1, whose tool is linked while no fact proves its use. */
  readonly linkedScore: number;
}
