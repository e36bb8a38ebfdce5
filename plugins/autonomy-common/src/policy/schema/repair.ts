import { z } from 'zod';
import { mean, positiveDuration, ratio, right } from './values';

const plan = z.strictObject({
  cap: right.optional().describe('Highest right in its areas while it lasts'),
  duration: positiveDuration.describe('How long the draft lasts'),
  maxDuration: positiveDuration.describe('How long a plan may last at most'),
});

/** Model section 9. */
export const repairSchema = z.strictObject({
  lowSafetyBelow: mean.describe('Mean answer below which safety is low'),
  highSafetyFrom: mean.describe('Mean answer from which safety is high'),
  pulseValidFor: positiveDuration.describe(
    'Age up to which a pulse tells the safety',
  ),
  weakTrustBelow: ratio.describe(
    'Trust before the failure below which the record is weak',
  ),
  lowSafetyCap: right.describe(
    'Cap of targeted guardrails after a medium failure with low safety',
  ),
  plans: z
    .strictObject({
      'full-restriction': plan,
      'targeted-guardrails': plan,
      'collaborative-reset': plan,
    })
    .describe('What a draft of each approach says'),
});
