import type { JsonValue } from '@backstage/types';
import type { ScorecardRole } from '../../model';

/** One difference between two policies. @public */
export interface PolicyChange {
  /** What changed: a field of the policy, a scorecard or a check. */
  subject: 'policy' | 'scorecard' | 'check';
  change: 'added' | 'removed' | 'changed';
  /** The governance domain whose overlays make the difference; absent where it holds everywhere. */
  domain?: string;
  role?: ScorecardRole;
  /** Name of the scorecard or id of the check. */
  id?: string;
  /** The field that changed, e.g. `levels.3.minReadiness` or `weight`. */
  field?: string;
  /** As written in a document. */
  from?: JsonValue;
  /** As written in a document. */
  to?: JsonValue;
  /** Absent where it depends, or makes no difference. */
  effect?: 'tightens' | 'loosens';
}
