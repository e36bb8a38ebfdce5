import { z } from 'zod';
import {
  byConsequence,
  consequence,
  count,
  duration,
  mean,
  positiveDuration,
  ratio,
  right,
  tier,
} from './values';

/** Fewer would point at a person. */
const anonymous = z.int().min(3).max(1000);

const impact = z.number().min(0).max(1000);

/** How urgent a surplus or deficit of autonomy is. Model section 8. */
export const mismatchSchema = z.strictObject({
  surplus: byConsequence(impact).describe(
    'Impact of a surplus, by consequence; may not fall with it',
  ),
  deficit: byConsequence(impact).describe(
    'Worth of a deficit, by consequence; may not rise with it',
  ),
  tierFactor: z
    .strictObject({ 1: impact, 2: impact, 3: impact, 4: impact })
    .describe('Factor of a surplus, by tier; may not rise with it'),
});

/** "May I, without asking?" Model section 11. */
export const decisionSchema = z.strictObject({
  actorCaps: z
    .strictObject({
      automation: byConsequence(right),
      agent: byConsequence(right),
    })
    .describe(
      'Highest right of who is no human, by consequence; may not rise with it',
    ),
  aloneFrom: right.describe(
    'Right from which nobody outside the team is asked',
  ),
  validFor: positiveDuration.describe('How long an answer is valid at most'),
  reviewWithin: positiveDuration.describe(
    'Time in which a decision at right inform is reviewed',
  ),
  outcomesUpTo: right.describe(
    'Outcomes are owed for decisions at this right or below',
  ),
  outcomeWithin: positiveDuration.describe('Time in which an outcome is owed'),
  driftBelow: ratio.describe(
    'Share with an objective, or with an outcome, below which decisions drift',
  ),
  maxBad: ratio.describe('Share of bad outcomes above which decisions drift'),
});

/** Model section 12. */
export const fatigueSchema = z.strictObject({
  minMembers: anonymous.describe('Smaller groups are never looked at'),
  recent: positiveDuration.describe('The days that are looked at'),
  before: positiveDuration.describe('The days before, for comparison'),
  minDecisions: count.describe('Fewer decisions say nothing'),
  askedShare: ratio.describe(
    'Share of decisions in which approval was asked without need',
  ),
  growth: z
    .number()
    .min(1)
    .max(100)
    .describe('Growth from which asking and escalating are signs'),
  decline: ratio.describe(
    'What is left of deployments and experiments when that is a sign',
  ),
  minAnswers: anonymous.describe('Fewer answers of a pulse say nothing'),
  lowMean: mean.describe(
    'Mean answer up to which communication and blame are signs',
  ),
  auditFrom: count.describe('Number of signs that suggest an audit'),
});

/** Figures over deployments. */
export const deploymentsSchema = z.strictObject({
  window: positiveDuration.describe('How far back the figures look'),
  lastKnownFor: duration.describe(
    'Age up to which the last known failure rate counts without deployments',
  ),
  reviewFrom: consequence.describe(
    'Areas of at least this consequence owe a review after each deployment',
  ),
});

/** Model section 10. */
export const tiersSchema = z.strictObject({
  unknown: tier.describe('Tier while neither declared nor computed'),
  raiseConsequenceAt: tier.describe(
    'Tiers up to this one raise every consequence by one step',
  ),
  computed: z
    .array(
      z.strictObject({
        tier,
        minDependents: count.optional().describe('Dependents from which it is'),
        minDomains: count
          .optional()
          .describe('Governance domains among the dependents from which it is'),
      }),
    )
    .min(1)
    .max(4)
    .describe('In order; the last one has no minimum'),
});
