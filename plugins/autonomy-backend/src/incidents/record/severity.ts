import {
  SEVERITIES,
  type Severity,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

/**
 * Whether the first is the more severe of two.
 *
 * @internal
 */
export function isWorse(severity: Severity, than: Severity): boolean {
  return SEVERITIES.indexOf(severity) > SEVERITIES.indexOf(than);
}

/**
 * The more severe of two.
 *
 * @internal
 */
export function worse(a: Severity, b: Severity): Severity {
  return isWorse(a, b) ? a : b;
}
