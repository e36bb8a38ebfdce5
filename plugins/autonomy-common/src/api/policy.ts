import type {
  AreaPolicy,
  DecisionRightName,
  LevelPolicy,
  Policy,
  RepairPolicy,
  TrustPolicy,
} from '../model';

/** What a reader needs of the policy to name and filter things, and to see what an action is worth. @public */
export interface PolicySummary {
  version: string;
  levels: LevelPolicy[];
  areas: AreaPolicy[];
  /** The words of the rights 1..5, in order. */
  rightNames: readonly DecisionRightName[];
  /** In milliseconds; the overlay of a domain may shorten it. */
  exemptions: Pick<Policy['exemptions'], 'maxDuration'>;
  /** In milliseconds; the overlay of a domain may shorten it. */
  grants: Pick<Policy['grants'], 'maxDuration'>;
  /** What a plan of each approach may be, in milliseconds. */
  repair: Pick<RepairPolicy, 'plans'>;
  /**
   * `learning`: what is left of a loss after learning from it; the overlay of a domain may leave more. `window`: how
   * long a record counts, in milliseconds; a grant below the recommended right holds no longer.
   */
  trust: Pick<TrustPolicy, 'learning' | 'window'>;
}
