import type { IncidentMessage } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { describeMistakes } from '../describeMistakes';
import {
  incidentSchema,
  instantField,
  toIncidentReport,
  toLine,
} from '../incident';
import {
  INCIDENT_EVENT_TYPES,
  OTHER_EVENT_TYPES,
  PING_EVENT_TYPE,
} from './eventTypes';
import { parseBody } from '../parseBody';

const MAX_SHOWN = 60;

const envelopeSchema = z.object(
  {
    event: z.object(
      { event_type: z.string({ error: 'the type of the event' }) },
      { error: 'an object' },
    ),
  },
  { error: 'an object' },
);

const incidentEventSchema = z.object({
  event: z.object({ occurred_at: instantField(), data: incidentSchema }),
});

const pingSchema = z.object({
  event: z.object({ occurred_at: instantField() }),
});

/** For so long PagerDuty tries to deliver. */
const LONGEST_RETRY_MS = 48 * 60 * 60_000;

/**
 * What a v3 webhook says.
 *
 * @throws InputError where the body is no event that PagerDuty documents
 * @internal
 */
export function readEvent(body: Buffer, receivedAt: number): IncidentMessage[] {
  const payload = parse(body);
  const { event_type: type } = check(envelopeSchema, payload).event;

  if (INCIDENT_EVENT_TYPES.has(type)) {
    const { data, occurred_at: at } = check(incidentEventSchema, payload).event;
    return [toIncidentReport(data, at)];
  }
  if (type === PING_EVENT_TYPE) {
    const { occurred_at: at } = check(pingSchema, payload).event;
    // A signature has no time of its own: an old ping may be somebody's copy of it.
    return receivedAt - at < LONGEST_RETRY_MS ? [{ kind: 'heartbeat' }] : [];
  }
  if (OTHER_EVENT_TYPES.has(type)) {
    return [];
  }
  throw new InputError(`Unknown event type ${toLine(type, MAX_SHOWN)}`);
}

function parse(body: Buffer): unknown {
  try {
    return parseBody(body);
  } catch (error) {
    throw new InputError((error as Error).message);
  }
}

function check<T>(schema: z.ZodType<T>, payload: unknown): T {
  const { data, error } = schema.safeParse(payload);
  if (error) {
    throw new InputError(
      `Malformed event: ${describeMistakes(error, payload)}`,
    );
  }
  return data as T;
}
