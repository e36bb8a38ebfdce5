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
  /** Name of its scorecard. */
  scorecard: string;
  expression: CompiledExpression;
  when?: CompiledExpression;
  linkedBy?: CompiledExpression;
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
  /** Recorded in every evaluation, e.g. a content hash. */
  readonly version: string;
  readonly policy: Policy;
  readonly scorecards: readonly Scorecard[];
  readonly compiled: readonly CompiledScorecard[];
}
