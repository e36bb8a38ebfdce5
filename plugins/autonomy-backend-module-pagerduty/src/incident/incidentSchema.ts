import { z } from 'zod';
import { idField, instantField, linkField, nameField } from './fields';

const MERGE_REASON = 'merge_resolve_reason';
const MAX_TEAMS = 50;

const referenceField = () =>
  z.object(
    { id: idField(), summary: nameField(200).nullish() },
    { error: 'an object with the id of something' },
  );

/** Why an incident was resolved; only a merge is of interest, and that only if it says into what. */
const resolveReasonField = () =>
  z
    .object(
      { type: z.string({ error: 'a text' }).nullish(), incident: z.unknown() },
      { error: 'an object' },
    )
    .transform(({ incident, type }, context) => {
      if (type !== MERGE_REASON) {
        return undefined;
      }
      const target = referenceField().safeParse(incident);
      if (!target.success) {
        context.addIssue({
          code: 'custom',
          message: 'the incident it was merged into',
          path: ['incident'],
        });
        return z.NEVER;
      }
      return target.data.id;
    })
    .nullish();

/**
 * What is read of an incident, of a webhook's `data` as well as of the REST API. The two differ only in
 * the instants besides `created_at`, which webhooks leave out. People are not read.
 *
 * @internal
 */
export const incidentSchema = z
  .object(
    {
      id: idField(),
      type: z.literal('incident', { error: 'the text incident' }),
      status: z.enum(['triggered', 'acknowledged', 'resolved'], {
        error: 'one of triggered, acknowledged, resolved',
      }),
      title: nameField(500).nullish(),
      html_url: linkField(),
      created_at: instantField(),
      updated_at: instantField().nullish(),
      last_status_change_at: instantField().nullish(),
      resolved_at: instantField().nullish(),
      service: referenceField().nullish(),
      priority: referenceField().nullish(),
      urgency: nameField(50).nullish(),
      teams: z
        .array(referenceField(), { error: 'a list of teams' })
        .max(MAX_TEAMS, { error: `at most ${MAX_TEAMS} teams` })
        .nullish(),
      incident_type: z
        .object({ name: nameField(100).nullish() }, { error: 'an object' })
        .nullish(),
      resolve_reason: resolveReasonField(),
    },
    { error: 'an incident' },
  )
  .refine(({ id, resolve_reason: target }) => target !== id, {
    path: ['resolve_reason', 'incident', 'id'],
    error: 'another incident',
  });

/**
 * @internal
 */
export type PagerDutyIncident = z.infer<typeof incidentSchema>;
