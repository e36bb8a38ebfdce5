import { z } from 'zod';
import {
  decisionSchema,
  deploymentsSchema,
  fatigueSchema,
  mismatchSchema,
  tiersSchema,
} from './decisions';
import { governanceSchema } from './governance';
import { repairSchema } from './repair';
import { trustSchema } from './trust';
import {
  byConsequence,
  consequence,
  count,
  duration,
  id,
  instant,
  level,
  positiveDuration,
  ratio,
  right,
  severity,
  text,
} from './values';

const levelPolicy = z.strictObject({
  level,
  title: text,
  minReadiness: z
    .number()
    .min(0)
    .max(100)
    .optional()
    .describe('Readiness it needs, 0 to 100'),
  minAccountability: ratio
    .optional()
    .describe('Accountability it needs, 0 to 1'),
  minTrust: z
    .strictObject({
      value: ratio,
      consequences: z
        .array(consequence)
        .min(1)
        .describe('With one, every higher one too'),
    })
    .optional()
    .describe('Trust it needs in every area of these consequences'),
  sustainedFor: duration
    .optional()
    .describe('How long all of it must hold before promotion'),
  promotion: z
    .enum(['auto', 'board'])
    .optional()
    .describe('Whether a board must agree'),
});

const areaPolicy = z.strictObject({
  id,
  title: text,
  consequence: consequence.describe('How much is at stake'),
  ownedBy: z.enum(['domain', 'central']).describe('Which board approves'),
});

const guardrails = z.strictObject({
  grace: byConsequence(duration).describe(
    'How long a guardrail may fail before it is breached; may not rise with the consequence',
  ),
  recovery: duration.describe('How long it must pass to be mended'),
  caps: z
    .strictObject({ narrow: right, stop: right })
    .describe('The right that remains, by effect'),
  mandatoryLevelBound: byConsequence(level).describe(
    'Highest level while a mandatory guardrail of that consequence is breached',
  ),
});

const ladder = z.strictObject({
  demotionGrace: duration.describe('How long a level lasts that is not held'),
  reopenAfter: duration.describe(
    'How long a rejected promotion must be held further to be proposed again',
  ),
  bootstrap: z
    .enum(['lowest', 'sustained', 'observe'])
    .describe('How an entity without a record starts'),
  enforcedFrom: instant
    .optional()
    .describe('With bootstrap observe: when rights begin to be enforced'),
});

const readiness = z.strictObject({
  bands: z
    .array(
      z.strictObject({
        band: z.enum(['ready', 'minor-gaps', 'focus', 'not-ready']),
        maxGaps: count.optional(),
      }),
    )
    .min(1)
    .max(4)
    .describe('In order; the last one has no maxGaps'),
  orgPassAt: ratio.describe(
    'Share of entities from which a roll-up answers yes',
  ),
});

const limited = z.strictObject({
  maxDuration: positiveDuration.describe('How long one may last at most'),
});

/** Spec of a complete policy. */
export const policySchema = z.strictObject({
  levels: z.array(levelPolicy).max(4).describe('The ladder, merged by level'),
  areas: z
    .array(areaPolicy)
    .min(1)
    .max(100)
    .describe('Decision areas, merged by id'),
  readiness,
  guardrails,
  accountability: z.strictObject({
    requiredCeiling: ratio.describe(
      'Highest accountability while a required item does not pass',
    ),
  }),
  ladder,
  exemptions: limited.extend({
    renewals: count.describe(
      'How often one may follow another without the central board',
    ),
    maxDebt: ratio.describe(
      'Share of a domain that may be exempt without the central board',
    ),
  }),
  grants: limited.extend({
    renewals: count.describe('How often one that lifts a right may be renewed'),
  }),
  governance: governanceSchema,
  audits: z.strictObject({
    validFor: positiveDuration.describe(
      'How long agreed levels and ratings tell what the team actually decides',
    ),
  }),
  mismatch: mismatchSchema,
  repair: repairSchema,
  decisions: decisionSchema,
  fatigue: fatigueSchema,
  deployments: deploymentsSchema,
  trust: trustSchema,
  rights: z.strictObject({
    byLevel: z
      .strictObject({
        1: byConsequence(right),
        2: byConsequence(right),
        3: byConsequence(right),
        4: byConsequence(right),
      })
      .describe(
        'Right by level and consequence; may not fall with the level, nor rise with the consequence',
      ),
  }),
  tiers: tiersSchema,
  facts: z.strictObject({
    defaultTtl: positiveDuration.describe('ttl of facts that name none'),
    coverageSilence: positiveDuration.describe(
      'Silence after which a source no longer covers',
    ),
  }),
  reviews: z.strictObject({
    dueAfter: duration.describe('When a review is due'),
    unresolvedAfter: duration.describe(
      'An incident without an end owes its review as if it had ended then',
    ),
    severityFrom: severity.describe('Incidents less severe owe no review'),
    reportWithin: positiveDuration.describe(
      'An incident that starts this close to a rollback explains it',
    ),
  }),
  catalog: z.strictObject({
    tools: z
      .record(z.string(), z.array(text))
      .describe('Kind of tool to the annotations that link one'),
    linkedScore: ratio.describe('What a check with a linked tool counts'),
    minDefinitionLength: z
      .int()
      .min(1)
      .max(10_000)
      .describe(
        'Non-blank characters from which the definition of an API documents it',
      ),
  }),
});
