import { z } from 'zod';
import {
  byConsequence,
  consequence,
  count,
  duration,
  id,
  level,
  positiveDuration,
  positiveRatio,
  ratio,
  right,
  severity,
  text,
  tier,
} from './values';

const levelPolicy = z.strictObject({
  level,
  title: text,
  minReadiness: z.number().min(0).max(100).optional(),
  minAccountability: ratio.optional(),
  minTrust: z
    .strictObject({ value: ratio, consequences: z.array(consequence).min(1) })
    .optional(),
  sustainedFor: duration.optional(),
  promotion: z.enum(['auto', 'board']).optional(),
});

const areaPolicy = z.strictObject({
  id,
  title: text,
  consequence,
  ownedBy: z.enum(['domain', 'central']),
});

const trust = z.strictObject({
  window: positiveDuration,
  start: ratio,
  halfLifeMonths: z.number().positive().max(120),
  month: positiveDuration,
  unreliableBefore: duration,
  unreliableFrom: severity,
  rho: z.number().min(0).max(10),
  repeatCap: z.int().min(1).max(100),
  noRepeat: z.array(severity),
  sameDayFactor: z.number().min(1).max(100),
  loss: byConsequence(byConsequence(z.number().min(0).max(10))),
  learning: z.strictObject({
    reviewed: ratio,
    actionsClosed: ratio,
    planHeld: ratio,
    planHeldAfter: duration,
    lowReviewed: ratio,
    lowReviewedWithin: duration,
  }),
  bypassFor: duration,
  need: byConsequence(positiveRatio),
  defaultArea: id,
});

/** Spec of a complete policy. */
export const policySchema = z.strictObject({
  levels: z.array(levelPolicy),
  areas: z.array(areaPolicy).min(1),
  readiness: z.strictObject({
    bands: z
      .array(
        z.strictObject({
          band: z.enum(['ready', 'minor-gaps', 'focus', 'not-ready']),
          maxGaps: count.optional(),
        }),
      )
      .min(1),
    orgPassAt: ratio,
  }),
  guardrails: z.strictObject({
    grace: byConsequence(duration),
    recovery: duration,
    caps: z.strictObject({ narrow: right, stop: right }),
    mandatoryLevelBound: byConsequence(level),
  }),
  accountability: z.strictObject({ requiredCeiling: ratio }),
  ladder: z.strictObject({
    demotionGrace: duration,
    bootstrap: z.enum(['lowest', 'sustained', 'observe']),
  }),
  trust,
  rights: z.strictObject({
    byLevel: z.strictObject({
      1: byConsequence(right),
      2: byConsequence(right),
      3: byConsequence(right),
      4: byConsequence(right),
    }),
  }),
  tiers: z.strictObject({
    unknown: tier,
    raiseConsequenceAt: tier,
    computed: z
      .array(
        z.strictObject({
          tier,
          minDependents: count.optional(),
          minDomains: count.optional(),
        }),
      )
      .min(1),
  }),
  facts: z.strictObject({
    defaultTtl: positiveDuration,
    coverageSilence: positiveDuration,
  }),
  reviews: z.strictObject({
    dueAfter: duration,
    unresolvedAfter: duration,
    severityFrom: severity,
    reportWithin: positiveDuration,
  }),
  catalog: z.strictObject({
    tools: z.record(z.string(), z.array(text)),
    linkedScore: ratio,
    minDefinitionLength: z.int().min(1).max(10_000),
  }),
});
