import { z } from 'zod';
import {
  byConsequence,
  duration,
  id,
  positiveDuration,
  positiveRatio,
  ratio,
  severity,
} from './values';

/** Model section 7. */
export const trustSchema = z.strictObject({
  window: positiveDuration.describe('How far back the record counts'),
  start: ratio.describe('Trust without a record'),
  halfLifeMonths: z
    .number()
    .positive()
    .max(120)
    .describe('Reliable months in which half of what is missing is earned'),
  month: positiveDuration.describe('Length of a reliable month'),
  unreliableBefore: duration.describe(
    'Time up to an incident that does not count as reliable',
  ),
  unreliableFrom: severity.describe(
    'Incidents of at least this severity take reliable time away',
  ),
  rho: z.number().min(0).max(10).describe('How much more each repeat costs'),
  repeatCap: z
    .int()
    .min(1)
    .max(100)
    .describe('The repeat from which each costs the same'),
  noRepeat: z
    .array(severity)
    .describe('Severities whose repeats cost no more than the first'),
  sameDayFactor: z
    .number()
    .min(1)
    .max(100)
    .describe(
      'Incidents of one UTC day cost together at most this much of the largest',
    ),
  loss: byConsequence(byConsequence(z.number().min(0).max(10))).describe(
    'Trust lost, by severity and consequence; may not fall with either',
  ),
  learning: z
    .strictObject({
      reviewed: ratio.describe('After a blameless review'),
      actionsClosed: ratio.describe('After a review whose actions are closed'),
      planHeld: ratio.describe('Once a completed plan has held'),
      planHeldAfter: duration.describe(
        'Time without a repeat after which a completed plan has held',
      ),
      lowReviewed: ratio.describe('Of a low incident that was reviewed soon'),
      lowReviewedWithin: duration.describe('How soon that is'),
    })
    .describe('Share of a loss that is left'),
  bypassFor: duration.describe(
    'How long a deliberate bypass leaves no trust at most',
  ),
  need: byConsequence(positiveRatio).describe(
    'The trust that counts in full, by consequence; may not fall with it',
  ),
  defaultArea: id.describe('Area of incidents that name none'),
});
