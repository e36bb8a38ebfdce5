import { z } from 'zod';
import {
  entityRefField,
  enumField,
  instantField,
  textField,
} from '../../ingestion';
import { paragraphField } from '../paragraphField';
import { reasonField } from '../proposals';

const DAY = 86_400_000;
/** How far ahead a plan may start. */
const MAX_AHEAD = 30 * DAY;
/** A form takes a while to fill in, and may give the beginning of the day. */
const MAX_BEHIND = DAY;
/** Plans last at least so long, unless they restrict everything. */
const MIN_DURATION = 30 * DAY;
/** What is left of a plan is worth it only from here on. @internal */
export const MIN_LEFT = 7 * DAY;
const MOST = 20;

const APPROACHES = [
  'full-restriction',
  'targeted-guardrails',
  'collaborative-reset',
] as const;

/**
 * What a draft is measured against. Instants are UTC milliseconds, durations milliseconds.
 *
 * @internal
 */
export interface DraftBounds {
  now: number;
  /** The start of the draft as it was, which may stay. */
  formerStart?: number;
  /** Decision areas of the policy. */
  areas: readonly string[];
  /** Of each approach in the domain of the entity: the highest right that remains, absent where rights stay. */
  plans: Record<
    (typeof APPROACHES)[number],
    { cap?: number; maxDuration: number }
  >;
}

function listOf(item: z.ZodType<string>, expected: string, min = 0) {
  return z
    .array(item, { error: expected })
    .min(min, { error: expected })
    .max(MOST, { error: expected })
    .transform(values => [...new Set(values)]);
}

function termFields({ areas, formerStart, now }: DraftBounds) {
  const expectedAreas = `a list of 1 to ${MOST} decision areas (${areas.join(
    ', ',
  )})`;
  const rightError = 'a right from 1 to 5';
  return {
    title: paragraphField(3, 200),
    reason: reasonField(),
    approach: enumField(APPROACHES),
    areas: listOf(enumField(areas), expectedAreas, 1),
    cap: z
      .union(
        [1, 2, 3, 4, 5].map(right => z.literal(right as 1 | 2 | 3 | 4 | 5)),
        {
          error: rightError,
        },
      )
      .optional(),
    criteria: listOf(textField(200), `a list of at most ${MOST} ids of checks`),
    supportedBy: entityRefField()
      .refine(ref => ref.startsWith('group:'), {
        error: 'the ref of a group',
      })
      .optional(),
    incidents: listOf(
      textField(500),
      `a list of at most ${MOST} incidents as source/id`,
    ),
    startsAt: instantField().refine(
      start =>
        start === formerStart ||
        (start >= now - MAX_BEHIND && start <= now + MAX_AHEAD),
      {
        error: `an instant from now on, at most ${MAX_AHEAD / DAY} days ahead`,
      },
    ),
    endsAt: instantField(),
    reviewAt: instantField(),
  };
}

type Terms = z.infer<z.ZodObject<ReturnType<typeof termFields>>>;

const days = (duration: number) => Math.floor(duration / DAY);

/** What the fields of a draft have to do with each other. */
function assertTogether(
  { approach, cap, criteria, endsAt, reviewAt, startsAt }: Terms,
  { now, plans }: DraftBounds,
  refuse: (field: string, expected: string) => void,
): void {
  const { cap: maxCap, maxDuration } = plans[approach];
  if (maxCap !== undefined && (cap === undefined || cap > maxCap)) {
    refuse('cap', `a right of at most ${maxCap} for ${approach}`);
  }
  if (cap !== undefined && criteria.length === 0) {
    refuse('criteria', 'at least one check, because the plan caps rights');
  }
  const min =
    approach === 'full-restriction'
      ? Math.min(MIN_LEFT, maxDuration)
      : Math.min(MIN_DURATION, maxDuration);
  const lasts = endsAt - startsAt;
  if (lasts < min || lasts > maxDuration) {
    refuse(
      'endsAt',
      `an instant ${days(min)} to ${days(
        maxDuration,
      )} days after the start for ${approach}`,
    );
  } else if (endsAt - now < MIN_LEFT) {
    refuse('endsAt', `an instant at least ${days(MIN_LEFT)} days from now`);
  }
  if (reviewAt <= startsAt || reviewAt >= endsAt) {
    refuse('reviewAt', 'an instant between the start and the end');
  }
}

function withRules<T extends Terms>(
  schema: z.ZodType<T>,
  bounds: DraftBounds,
): z.ZodType<T> {
  return schema.superRefine((terms, context) =>
    assertTogether(terms, bounds, (field, expected) =>
      context.addIssue({
        code: 'custom',
        path: [field],
        message: expected,
        input: terms,
      }),
    ),
  );
}

/** A new draft. @internal */
export function newPlanSchema(bounds: DraftBounds) {
  return withRules(
    z.strictObject(
      {
        entityRef: entityRefField(),
        auditId: textField(100).optional(),
        ...termFields(bounds),
      },
      { error: 'an object' },
    ),
    bounds,
  );
}

/** @internal */
export const revisionField = () =>
  z.int({ error: 'the revision that you have, a number from 1' }).min(1, {
    error: 'the revision that you have, a number from 1',
  });

/** The whole of a draft as it is to be. @internal */
export function planChangeSchema(bounds: DraftBounds) {
  return withRules(
    z.strictObject(
      { revision: revisionField(), ...termFields(bounds) },
      { error: 'an object' },
    ),
    bounds,
  );
}
