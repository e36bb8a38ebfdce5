import { z } from 'zod';
import { entityRefField, pastInstantField, textField } from '../ingestion';
import { EXTERNAL } from './record/IncidentRecord';

const MAX_ACTIONS = 50;
const MAX_AFFECTED = 50;

/**
 * Who answers for an incident.
 *
 * @internal
 */
export const causeField = () =>
  z.union([z.literal(EXTERNAL), entityRefField()], {
    error: 'an entity ref such as component:default/payments-api, or external',
  });

/**
 * Entities that felt an incident, each once.
 *
 * @internal
 */
export const affectedField = () => {
  const error = `a list of at most ${MAX_AFFECTED} entity refs`;
  return z
    .array(entityRefField(), { error })
    .max(MAX_AFFECTED, { error })
    .transform(refs => [...new Set(refs)].sort());
};

/**
 * The fields of a blameless review with what it agreed on.
 *
 * @param now - UTC milliseconds
 * @internal
 */
export const reviewShape = (now: number) => ({
  completedAt: pastInstantField(now),
  actions: z
    .array(
      z.strictObject(
        {
          title: textField(500),
          closedAt: pastInstantField(now).optional(),
        },
        { error: 'an object' },
      ),
      { error: 'a list of actions' },
    )
    .max(MAX_ACTIONS, { error: `at most ${MAX_ACTIONS} actions` })
    .default([]),
});

/**
 * A blameless review with what it agreed on.
 *
 * @param now - UTC milliseconds
 * @internal
 */
export function reviewField(now: number) {
  return z.strictObject(reviewShape(now), { error: 'an object' });
}
