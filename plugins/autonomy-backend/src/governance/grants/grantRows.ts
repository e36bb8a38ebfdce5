import type {
  DecisionRight,
  Grant,
  Severity,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { toInstant } from '../../database';

/** @internal */
export const GRANTS_TABLE = 'grants';

/**
 * A row of `grants`. Instants are UTC milliseconds.
 *
 * @internal
 */
export interface GrantRow {
  id: string;
  entity_ref: string;
  area: string;
  granted_right: number;
  recommended: number;
  reason: string;
  fails_from: string | null;
  board_ref: string;
  proposal_id: string | null;
  opened_by: string;
  opened_at: number | string;
  from_at: number | string | null;
  expires_at: number | string;
  outcome: string | null;
  decided_at: number | string | null;
  revoked_at: number | string | null;
  revoked_by: string | null;
  revoked_reason: string | null;
  renewal_of: string | null;
  renewals: number;
  audit_id: string | null;
}

/**
 * What every grant has, decided or not.
 *
 * @internal
 */
export function toTerms(row: GrantRow) {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    area: row.area,
    right: row.granted_right as DecisionRight,
    reason: row.reason,
    expiresAt: Number(row.expires_at),
    trial:
      row.fails_from === null
        ? undefined
        : { failsFrom: row.fails_from as Severity },
    revokedAt: toInstant(row.revoked_at),
  };
}

/**
 * An approved grant as the engine knows it.
 *
 * @internal
 */
export function toGrant(row: GrantRow): Grant {
  return {
    ...toTerms(row),
    grantedBy: row.board_ref,
    from: Number(row.from_at),
    recordedAt: Number(row.decided_at),
  };
}
