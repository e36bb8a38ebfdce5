import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { describeMistakes } from './describeMistakes';

const text = () => z.string({ error: 'a text' });

const texts = () => {
  const error = 'an object of texts';
  return z.record(z.string(), text(), { error });
};

/** Go writes its zero time, of the year 1, where there is none. */
const instant = () => {
  const error = 'an RFC 3339 instant after 1970 such as 2026-01-31T09:30:00.5Z';
  return z.iso
    .datetime({ offset: true, error })
    .transform(Date.parse)
    .refine(milliseconds => milliseconds > 0, { error });
};

const alert = {
  labels: texts(),
  annotations: texts().optional(),
  startsAt: instant(),
  generatorURL: text().optional(),
  fingerprint: z
    .string({ error: '16 hexadecimal digits' })
    .regex(/^[0-9a-f]{16}$/, { error: '16 hexadecimal digits' }),
};

const alertSchema = z.discriminatedUnion(
  'status',
  [
    // `endsAt` says nothing while the alert fires.
    z.object({ ...alert, status: z.literal('firing') }),
    z
      .object({ ...alert, status: z.literal('resolved'), endsAt: instant() })
      .refine(({ startsAt, endsAt }) => endsAt >= startsAt, {
        error: 'an instant not before startsAt',
        path: ['endsAt'],
      }),
  ],
  { error: 'firing or resolved' },
);

/** What else is in there is left alone: newer versions add fields. */
const notificationSchema = z.object(
  {
    version: z.literal('4', { error: '"4"' }),
    alerts: z.array(alertSchema, { error: 'a list of alerts' }),
    truncatedAlerts: z
      .int({ error: 'a whole number' })
      .min(0, { error: 'a number from 0' })
      .default(0),
  },
  { error: 'an object' },
);

/**
 * An alert in a notification, with instants in UTC milliseconds.
 *
 * @internal
 */
export type Alert = z.infer<typeof alertSchema>;

/**
 * What Alertmanager posts to a webhook.
 *
 * @throws InputError that names the fields of all mistakes, e.g. `alerts[3].startsAt`
 * @internal
 */
export function parseNotification(
  body: Buffer,
): z.infer<typeof notificationSchema> {
  const found = parseJson(body);
  const { success, data, error } = notificationSchema.safeParse(found);
  if (!success) {
    throw new InputError(describeMistakes(error.issues, found));
  }
  return data;
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    // The error of the parser shows some of the text.
    throw new InputError('expected JSON in UTF-8, found something else');
  }
}
