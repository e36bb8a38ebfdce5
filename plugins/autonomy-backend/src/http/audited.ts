import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';

/**
 * Does something and leaves an audit event of who did it and how it ended.
 *
 * @param describe - what of the outcome goes into the event
 * @internal
 */
export async function audited<T>(
  auditor: AuditorService,
  event: Omit<AuditorServiceCreateEventOptions, 'severityLevel'>,
  work: () => Promise<T>,
  describe: (outcome: T) => JsonObject,
): Promise<T> {
  const auditEvent = await auditor.createEvent({
    severityLevel: 'medium',
    ...event,
  });
  try {
    const outcome = await work();
    await auditEvent.success({ meta: describe(outcome) });
    return outcome;
  } catch (error) {
    await auditEvent.fail({ error: toError(error) });
    throw error;
  }
}
