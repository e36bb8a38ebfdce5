import type {
  TracingService,
  TracingServiceAttributes,
  TracingServiceSpan,
} from '@backstage/backend-plugin-api/alpha';
import { toError } from '@backstage/errors';
import { messageOf } from '../database';

/**
 * Does work in a span of its own.
 *
 * @remarks
 *
 * A failure is recorded by what it says, and thrown on behind the service's back: that would record the
 * error as it is, with the statement of the database and the values in it.
 *
 * @throws what the work throws
 * @internal
 */
export async function inSpan<T>(
  tracing: TracingService,
  name: string,
  attributes: TracingServiceAttributes,
  work: (span: TracingServiceSpan) => Promise<T>,
): Promise<T> {
  const outcome = await tracing.startActiveSpan(
    name,
    { attributes },
    async (span): Promise<{ value: T } | { error: unknown }> => {
      try {
        return { value: await work(span) };
      } catch (error) {
        span.setAttribute('error.type', toError(error).name);
        span.setStatus({ code: 'error', message: messageOf(error) });
        return { error };
      }
    },
  );
  if ('error' in outcome) {
    throw outcome.error;
  }
  return outcome.value;
}
