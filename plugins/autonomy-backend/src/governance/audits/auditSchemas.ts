import type {
  AuditAgreement,
  DecisionRight,
  NewAudit,
  NewAuditRating,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { z } from 'zod';
import {
  entityRefField,
  enumField,
  instantField,
  textField,
} from '../../ingestion';
import { paragraphField } from '../paragraphField';

const DAY = 86_400_000;
const MOST_ACTIONS = 20;
const MOST_AT_ONCE = 100;
const SOONEST_FOLLOW_UP = 7;
const LATEST_FOLLOW_UP = 200;
const LATEST_ACTION = 366;

const OBJECT = { error: 'an object' };

function rightField() {
  const error = 'a right from 1 to 5';
  return z.int({ error }).min(1, { error }).max(5, { error });
}

/** A right for every area of the policy, and for nothing else. */
function rightsField(areas: readonly string[]) {
  return z
    .strictObject(Object.fromEntries(areas.map(area => [area, rightField()])), {
      error: 'an object with a right for each area',
    })
    .transform(rights => rights as Record<string, DecisionRight>);
}

function reasonField() {
  return paragraphField(10, 1_000);
}

function noteField() {
  return paragraphField(1, 2_000).optional();
}

/**
 * @internal
 */
export function newAuditSchema(): z.ZodType<NewAudit> {
  return z.strictObject(
    { entityRef: entityRefField(), reason: reasonField() },
    OBJECT,
  );
}

/**
 * @param areas - of the policy
 * @internal
 */
export function ratingSchema(
  areas: readonly string[],
): z.ZodType<NewAuditRating> {
  return z.strictObject(
    { ratings: rightsField(areas), note: noteField() },
    OBJECT,
  );
}

/**
 * The same rating of several audits: what is recommended.
 *
 * @internal
 */
export function ratingsSchema(): z.ZodType<{ ids: string[]; note?: string }> {
  const error = `a list of 1 to ${MOST_AT_ONCE} ids of audits, each once`;
  return z.strictObject(
    {
      ids: z
        .array(textField(100), { error })
        .min(1, { error })
        .max(MOST_AT_ONCE, { error })
        .refine(ids => new Set(ids).size === ids.length, { error }),
      note: noteField(),
    },
    OBJECT,
  );
}

/**
 * @param options - `areas`: of the policy; `now`: UTC milliseconds
 * @internal
 */
export function agreementSchema(options: {
  areas: readonly string[];
  now: number;
}): z.ZodType<AuditAgreement> {
  const { areas, now } = options;
  const within = (from: number, to: number) => (instant: number) =>
    instant >= now + from * DAY && instant <= now + to * DAY;
  const actions = `a list of at most ${MOST_ACTIONS} actions`;
  return z.strictObject(
    {
      agreed: rightsField(areas),
      summary: paragraphField(10, 2_000),
      actions: z
        .array(
          z.strictObject(
            {
              kind: enumField(['plan', 'grant', 'other']),
              area: enumField([...areas]).optional(),
              title: textField(200),
              dueAt: instantField()
                .refine(within(0, LATEST_ACTION), {
                  error: `an instant within the next ${LATEST_ACTION} days`,
                })
                .optional(),
            },
            OBJECT,
          ),
          { error: actions },
        )
        .max(MOST_ACTIONS, { error: actions }),
      followUpAt: instantField()
        .refine(within(SOONEST_FOLLOW_UP, LATEST_FOLLOW_UP), {
          error: `an instant ${SOONEST_FOLLOW_UP} to ${LATEST_FOLLOW_UP} days ahead`,
        })
        .optional(),
    },
    OBJECT,
  );
}
