import { z } from 'zod';
import {
  consequence,
  duration,
  id,
  instant,
  positiveRatio,
  right,
  text,
  url,
} from './values';

const cel = z.string().min(1);

const check = z.strictObject({
  id: id.describe('Unique among all checks, also of other roles and overlays'),
  title: text,
  section: text.optional().describe('Heading under which it is shown'),
  description: text.optional(),
  owner: text.optional().describe('Entity ref of who maintains the check'),
  risk: text.optional().describe('The risk it is tied to'),
  fix: z
    .strictObject({ text, url: url.optional() })
    .optional()
    .describe('How to mend it'),
  weight: z.number().positive().max(1000).default(1),
  passAt: positiveRatio
    .default(1)
    .describe('The score from which it passes; a boolean counts as 0 or 1'),
  expression: cel.describe('CEL over facts: a boolean, or a score 0 to 1'),
  when: cel
    .optional()
    .describe('CEL over catalog facts: whether the check applies'),
  linkedBy: cel
    .optional()
    .describe('CEL over catalog facts: a tool is linked, which counts half'),
  attestable: z
    .boolean()
    .optional()
    .describe(
      'Where the facts have never been reported, the owners may answer',
    ),
  effectiveFrom: instant
    .optional()
    .describe('Until then it is announced and counts nowhere'),
});

const levelCheck = check.extend({
  level: z
    .literal([2, 3, 4])
    .describe('The level that asks for it; level 1 has no criteria'),
  promotionOnly: z
    .boolean()
    .optional()
    .describe('It keeps from promotion and never leads to demotion'),
});

const accountabilityCheck = check.extend({
  required: z
    .boolean()
    .optional()
    .describe('While it does not pass, accountability has a ceiling'),
});

const guardrailCheck = check
  .extend({
    areas: z.array(id).min(1).describe('Areas in which it takes effect'),
    consequence: consequence
      .optional()
      .describe('Instead of the highest of its areas'),
    effect: z
      .enum(['inform', 'narrow', 'stop'])
      .default('narrow')
      .describe('While breached: no cap, a lower right, or approval'),
    narrowTo: right
      .optional()
      .describe('The right that remains, with effect narrow'),
    mandatory: z
      .boolean()
      .optional()
      .describe("Part of the organisation's minimum: it bounds the level"),
    grace: duration.optional().describe("Replaces the policy's grace"),
  })
  .refine(({ effect, narrowTo }) => !narrowTo || effect === 'narrow', {
    path: ['narrowTo'],
    error: 'has no meaning here (expected effect narrow)',
  });

/** Its content is judged where it is compiled. */
const filter = z
  .record(z.string(), z.any())
  .optional()
  .describe(
    'Filter predicate over catalog entities; absent means all in scope',
  );

const spec = <R extends string, C extends z.ZodType>(role: R, checks: C) =>
  z.strictObject({
    role: z.literal(role).describe('What its checks are used for'),
    filter,
    checks: z.array(checks).min(1).max(1000),
  });

/** Spec of a scorecard; the role decides which fields its checks have. */
export const scorecardSchema = z.discriminatedUnion('role', [
  spec('readiness', check),
  spec('guardrails', guardrailCheck),
  spec('levels', levelCheck),
  spec('accountability', accountabilityCheck),
]);
