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

const check = z.strictObject({
  id,
  title: text,
  section: text.optional(),
  description: text.optional(),
  owner: text.optional(),
  risk: text.optional(),
  fix: z.strictObject({ text, url: url.optional() }).optional(),
  weight: z.number().positive().max(1000).default(1),
  passAt: positiveRatio.default(1),
  expression: z.string().min(1),
  when: z.string().min(1).optional(),
  linkedBy: z.string().min(1).optional(),
  effectiveFrom: instant.optional(),
});

/** Level 1 has no criteria. */
const levelCheck = check.extend({ level: z.literal([2, 3, 4]) });

const accountabilityCheck = check.extend({ required: z.boolean().optional() });

const guardrailCheck = check
  .extend({
    areas: z.array(id).min(1),
    consequence: consequence.optional(),
    effect: z.enum(['inform', 'narrow', 'stop']).default('narrow'),
    narrowTo: right.optional(),
    mandatory: z.boolean().optional(),
    grace: duration.optional(),
  })
  .refine(({ effect, narrowTo }) => !narrowTo || effect === 'narrow', {
    path: ['narrowTo'],
    error: 'has no meaning here (expected effect narrow)',
  });

/** Its content is judged where it is compiled. */
const filter = z.record(z.string(), z.any()).optional();

const spec = <R extends string, C extends z.ZodType>(role: R, checks: C) =>
  z.strictObject({
    role: z.literal(role),
    filter,
    checks: z.array(checks).min(1),
  });

/** Spec of a scorecard; the role decides which fields its checks have. */
export const scorecardSchema = z.discriminatedUnion('role', [
  spec('readiness', check),
  spec('guardrails', guardrailCheck),
  spec('levels', levelCheck),
  spec('accountability', accountabilityCheck),
]);
