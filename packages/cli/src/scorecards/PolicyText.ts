/**
 * Text of the policy, or of tests of checks, and what messages call it.
 *
 * @internal
 */
export interface PolicyText {
  file: string;
  yaml: string;
}
