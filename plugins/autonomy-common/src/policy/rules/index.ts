import type { Policy } from '../../model';
import { governanceRules } from './governanceRules';
import { ladderRules } from './ladderRules';
import { areaRules, bandRules, tierRules } from './listRules';
import { repairRules } from './repairRules';
import type { RuleViolation } from './RuleViolation';
import { tableRules } from './tableRules';

export type { RuleViolation } from './RuleViolation';

/** What no single field shows: whether the parts of a policy fit together and keep its laws. */
export function checkPolicyRules(policy: Policy): RuleViolation[] {
  return [
    ...ladderRules(policy),
    ...areaRules(policy),
    ...bandRules(policy),
    ...tierRules(policy),
    ...tableRules(policy),
    ...repairRules(policy),
    ...governanceRules(policy),
  ];
}
