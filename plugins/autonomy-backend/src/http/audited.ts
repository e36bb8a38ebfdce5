import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';

type EventOptions = Partial<AuditorServiceCreateEventOptions> &
  Pick<AuditorServiceCreateEventOptions, 'eventId'>;

/**
 * Does something and leaves an audit event of who did it and how it ended.
 *
 * @param event - of medium severity unless told
 * @param describe - what of the outcome goes into the event
 * @internal
 */
export async function audited<T>(
  auditor: AuditorService,
  event: EventOptions,
  work: () => Promise<T>,
  describe: (outcome: T) => JsonObject = () => ({}),
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

/**
 * Leaves an audit event of something that somebody did in vain.
 *
 * @internal
 */
export async function auditFailure(
  auditor: AuditorService,
  event: EventOptions,
  error: Error,
): Promise<void> {
  const auditEvent = await auditor.createEvent({
    severityLevel: 'medium',
    ...event,
  });
  await auditEvent.fail({ error });
}

/**
 * Leaves an audit event only where somebody is refused; what they are admitted to is audited by itself.
 *
 * @internal
 */
export async function auditRefusal<T>(
  auditor: AuditorService,
  event: EventOptions,
  admit: () => Promise<T>,
): Promise<T> {
  try {
    return await admit();
  } catch (error) {
    await auditFailure(auditor, event, toError(error));
    throw error;
  }
}
