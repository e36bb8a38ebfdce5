import { InputError } from '@backstage/errors';
import { formatPolicyIssue, type PolicyIssue } from './PolicyIssue';

/** Policy or scorecard files that cannot be used; the message has one line per issue. @public */
export class PolicyError extends InputError {
  readonly issues: readonly PolicyIssue[];

  constructor(issues: readonly PolicyIssue[]) {
    super(issues.map(formatPolicyIssue).join('\n'));
    this.issues = issues;
  }
}
