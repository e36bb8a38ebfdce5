/** One mistake in a policy or scorecard file. @public */
export interface PolicyIssue {
  file: string;
  /** 1 is the first line. */
  line: number;
  /** Path of the field, e.g. `spec.checks[3].weight`; empty where the whole document is meant. */
  field: string;
  /** What is wrong, with what was expected and found. */
  message: string;
}

/** The issue in one line: `file:line: field: message`. @public */
export function formatPolicyIssue(issue: PolicyIssue): string {
  const { file, line, field, message } = issue;
  const place = field ? `${file}:${line}: ${field}` : `${file}:${line}`;
  return `${place}: ${message}`.replace(/\s+/g, ' ');
}
