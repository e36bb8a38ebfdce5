import type { IncidentMessage } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import {
  booleanField,
  describeIssues,
  entityRefField,
  enumField,
  instantField,
  textField,
  urlField,
} from '../../../ingestion';

const TYPES = [
  'incident.opened',
  'incident.updated',
  'incident.resolved',
  'incident.reopened',
] as const;
const HEARTBEAT = 'source.heartbeat';
const MOST_ITEMS = 50;
const OBJECT = { error: 'an object' };

const labelsField = () =>
  z
    .record(z.string(), z.string({ error: 'a text' }), OBJECT)
    .refine(labels => Object.keys(labels).length <= MOST_ITEMS, {
      error: `at most ${MOST_ITEMS} labels`,
    });

const listOf = <T extends z.ZodType>(item: T) =>
  z
    .array(item, { error: 'a list' })
    .max(MOST_ITEMS, { error: `at most ${MOST_ITEMS} items` });

const incidentSchema = z.strictObject(
  {
    id: textField(200),
    title: textField(500),
    startedAt: instantField(),
    resolvedAt: instantField().optional(),
    url: urlField().optional(),
    mergedInto: textField(200).optional(),
    causedBy: z
      .union([z.literal('external'), entityRefField()], {
        error: 'an entity ref or external',
      })
      .optional(),
    affected: listOf(entityRefField()).optional(),
    irreversible: booleanField().optional(),
    review: z
      .strictObject(
        {
          completedAt: instantField(),
          actions: listOf(
            z.strictObject(
              { title: textField(500), closedAt: instantField().optional() },
              OBJECT,
            ),
          ).default([]),
        },
        OBJECT,
      )
      .optional(),
    service: z
      .strictObject(
        { id: textField(200).optional(), name: textField(200).optional() },
        OBJECT,
      )
      .optional(),
    labels: labelsField().optional(),
    priority: textField(100).optional(),
    urgency: textField(100).optional(),
    severity: textField(100).optional(),
    entity: entityRefField().optional(),
    areas: listOf(textField(100)).optional(),
  },
  OBJECT,
);

const consistentIncident = incidentSchema
  .refine(({ id, mergedInto }) => mergedInto !== id, {
    path: ['mergedInto'],
    error: 'the id of another incident',
  })
  .refine(({ resolvedAt = Infinity, startedAt }) => resolvedAt >= startedAt, {
    path: ['resolvedAt'],
    error: 'an instant that is not before startedAt',
  })
  .refine(
    ({ review, startedAt }) => !review || review.completedAt >= startedAt,
    {
      path: ['review', 'completedAt'],
      error: 'an instant that is not before startedAt',
    },
  );

const eventSchema = z.discriminatedUnion(
  'type',
  [
    z.strictObject({
      type: enumField(TYPES),
      timestamp: instantField(),
      data: consistentIncident,
    }),
    z.object({ type: z.literal(HEARTBEAT) }),
  ],
  {
    error: ({ input }) =>
      input && typeof input === 'object'
        ? `one of ${[...TYPES, HEARTBEAT].join(', ')}`
        : 'an object',
  },
);

/**
 * What the body of a delivery says.
 *
 * @throws InputError that names the field, what was expected and what was found
 * @internal
 */
export function readEvents(body: Buffer): IncidentMessage[] {
  const event = parseJson(body);
  const parsed = eventSchema.safeParse(event);
  if (!parsed.success) {
    const { field, message } = describeIssues(parsed.error.issues, event);
    throw new InputError(field ? `${field}: ${message}` : message);
  }
  if (parsed.data.type === HEARTBEAT) {
    return [{ kind: 'heartbeat' }];
  }
  const { data, timestamp, type } = parsed.data;
  const {
    areas,
    entity,
    labels,
    priority,
    service,
    severity,
    urgency,
    ...said
  } = data;
  return [
    {
      kind: 'incident',
      ...said,
      occurredAt: timestamp,
      resolvedAt:
        said.resolvedAt ??
        (type === 'incident.resolved' ? timestamp : undefined),
      subject: { areas, entity, labels, priority, service, severity, urgency },
    },
  ];
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new InputError('expected JSON in UTF-8, found something else');
  }
}
