import type { AuditLogVerification } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { oneLine } from '../oneLine';

/** Names and texts come from elsewhere. */
const MAX_SHOWN = 300;

/**
 * What was found out about chains of the log, one a line.
 *
 * @internal
 */
export function describeVerifications(
  verifications: readonly AuditLogVerification[],
): string {
  const lines = verifications.map(verification => {
    const chain = oneLine(verification.chain, MAX_SHOWN);
    return `${chain}: ${describe(verification)}\n`;
  });
  return lines.length > 0 ? lines.join('') : 'nothing was written yet\n';
}

function describe(verification: AuditLogVerification): string {
  const { entries, fault, head, intact } = verification;
  if (!intact) {
    const reason = oneLine(String(fault?.reason ?? ''), MAX_SHOWN);
    return `BROKEN at entry ${fault?.sequence ?? '?'}: ${reason}`;
  }
  return head
    ? `intact, entries: ${entries}, head: ${head.sequence}:${oneLine(
        head.hash,
        MAX_SHOWN,
      )}`
    : 'intact, nothing was written yet';
}
