import type { AreaPolicy, DecisionRightName, LevelPolicy } from '../model';

/** What a reader needs of the policy to name and filter things. @public */
export interface PolicySummary {
  version: string;
  levels: LevelPolicy[];
  areas: AreaPolicy[];
  /** The words of the rights 1..5, in order. */
  rightNames: readonly DecisionRightName[];
}
