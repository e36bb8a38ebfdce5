import { z } from 'zod';
import { CHECK_FIELDS } from '../strictness';
import { stricterGovernanceSchema } from './governance';
import { policySchema } from './policy';
import { scorecardSchema } from './scorecard';
import { consequence, duration, id, positiveRatio, right } from './values';

const { shape } = policySchema;
const level = shape.levels.element.shape;
const { grace, caps, mandatoryLevelBound } = shape.guardrails.shape;
const { byLevel } = shape.rights.shape;
const { actorCaps } = shape.decisions.shape;

const fixed = z
  .never({
    error: `an overlay may not change it on a check of the base (expected ${Object.keys(
      CHECK_FIELDS,
    ).join(', ')})`,
  })
  .optional();

const tightening = z.strictObject({
  id: id.describe('A check of the base'),
  passAt: positiveRatio.optional().describe('Higher than in the base'),
  attestable: z
    .literal(false)
    .optional()
    .describe('The word of the owners no longer answers it'),
  mandatory: z
    .literal(true)
    .optional()
    .describe("Part of the domain's minimum: it bounds the level"),
  effect: z
    .enum(['inform', 'narrow', 'stop'])
    .optional()
    .describe('Stronger than in the base'),
  narrowTo: right.optional().describe('Lower than in the base'),
  grace: duration.optional().describe('Shorter than in the base'),
  consequence: consequence.optional().describe('Higher than in the base'),
  required: z
    .literal(true)
    .optional()
    .describe('While it does not pass, accountability has a ceiling'),
  promotionOnly: z
    .literal(false)
    .optional()
    .describe('It leads to demotion too'),
  expression: fixed,
  when: fixed,
  linkedBy: fixed,
  filter: fixed,
  weight: fixed,
  title: fixed,
  areas: fixed,
  level: fixed,
  effectiveFrom: fixed,
});

/** Spec of an overlay: each field is at least as strict as in the policy. */
export const overlaySchema = z.strictObject({
  add: z
    .array(scorecardSchema)
    .max(100)
    .optional()
    .describe('Checks of its own, by role'),
  checks: z
    .array(tightening)
    .max(1000)
    .optional()
    .describe('Checks of the base that are stricter here'),
  levels: z
    .array(
      z.strictObject({
        level: z.literal([2, 3, 4]),
        minReadiness: level.minReadiness,
        minAccountability: level.minAccountability,
        minTrust: level.minTrust,
        sustainedFor: level.sustainedFor,
        promotion: level.promotion,
      }),
    )
    .max(3)
    .optional(),
  areas: z.array(z.strictObject({ id, consequence })).max(100).optional(),
  guardrails: z
    .strictObject({
      grace: grace.partial(),
      caps: caps.partial(),
      mandatoryLevelBound: mandatoryLevelBound.partial(),
    })
    .partial()
    .optional(),
  accountability: shape.accountability.optional(),
  ladder: shape.ladder.pick({ demotionGrace: true }).optional(),
  exemptions: shape.exemptions.partial().optional(),
  grants: shape.grants.partial().optional(),
  governance: stricterGovernanceSchema.optional(),
  trust: z
    .strictObject({ need: shape.trust.shape.need.partial() })
    .partial()
    .optional(),
  rights: z
    .strictObject({
      byLevel: z
        .strictObject({
          1: byLevel.shape[1].partial(),
          2: byLevel.shape[2].partial(),
          3: byLevel.shape[3].partial(),
          4: byLevel.shape[4].partial(),
        })
        .partial(),
    })
    .partial()
    .optional(),
  decisions: z
    .strictObject({
      actorCaps: z
        .strictObject({
          automation: actorCaps.shape.automation.partial(),
          agent: actorCaps.shape.agent.partial(),
        })
        .partial(),
    })
    .partial()
    .optional(),
});
