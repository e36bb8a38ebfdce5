import type { FieldPath } from '../DocumentLines';

/** A rule that the fields of a policy break together. */
export interface RuleViolation {
  path: FieldPath;
  message: string;
}
