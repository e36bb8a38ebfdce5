import type { JsonObject } from '@backstage/types';
import type {
  CheckDefinition,
  Policy,
  Scorecard,
  ScorecardRole,
} from '../model';
import type { CompiledExpression } from './cel';

/** A check whose expressions are ready to run. @public */
export interface CompiledCheck {
  definition: CheckDefinition;
  /** Its definition before an overlay tightened it; absent where none did. */
  base?: CheckDefinition;
  /** Name of its scorecard. */
  scorecard: string;
  role: ScorecardRole;
  expression: CompiledExpression;
  when?: CompiledExpression;
  linkedBy?: CompiledExpression;
  /** When its id was first published, in UTC milliseconds; absent means before all evidence. */
  publishedAt?: number;
  /** The governance domain whose overlay added it. */
  overlay?: string;
}

/** A scorecard whose filter and checks are ready to run. @public */
export interface CompiledScorecard {
  name: string;
  role: ScorecardRole;
  /** Whether a catalog entity is selected. */
  matches(entity: JsonObject): boolean;
  checks: readonly CompiledCheck[];
}

/** A policy with its scorecards, validated and ready to run. @public */
export interface CompiledPolicy {
  /** Hash of the content; recorded in every evaluation. */
  readonly version: string;
  readonly policy: Policy;
  /** The policy before overlays tightened it. */
  readonly base: Policy;
  readonly scorecards: readonly Scorecard[];
  readonly compiled: readonly CompiledScorecard[];
  /** The domains that have an overlay. */
  readonly overlays: readonly string[];
  /**
   * The policy with the overlays of some domains over it; itself where there is none.
   * @param domains - entity refs, nearest first
   */
  forDomains(domains: readonly string[]): CompiledPolicy;
}
