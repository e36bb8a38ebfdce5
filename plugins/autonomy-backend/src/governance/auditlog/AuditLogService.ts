import type {
  AuditChain,
  AuditLogHead,
  AuditLogVerification,
  ListAuditLogRequest,
  ListAuditLogResponse,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { AsCaller } from '../AsCaller';

/**
 * The log of what people decided, for those who may read it.
 *
 * @internal
 */
export interface AuditLogService {
  /**
   * @param request - entity ref canonical; an unknown chain is an empty one
   * @throws NotAllowedError; InputError for a cursor that is not ours
   */
  list(
    request: ListAuditLogRequest,
    options: AsCaller,
  ): Promise<ListAuditLogResponse>;

  /**
   * The chains that somebody has written to, by name.
   *
   * @throws NotAllowedError
   */
  listChains(options: AsCaller): Promise<AuditChain[]>;

  /**
   * Whether a chain is as it was written; an unknown one is empty and intact.
   *
   * @param request - `head`: what an earlier verification told, which must still be in the chain
   * @throws NotAllowedError
   */
  verify(
    request: { chain: string; head?: AuditLogHead },
    options: AsCaller,
  ): Promise<AuditLogVerification>;
}
