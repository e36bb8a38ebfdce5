import { z } from 'zod';
import { MATTERS, type Matter } from '../../model';
import { positiveDuration } from './values';

const rule = z.strictObject({
  quorum: z
    .int()
    .min(1)
    .max(25)
    .describe(
      'Votes that are needed; where fewer members may vote, all of theirs',
    ),
  approval: z
    .enum(['majority', 'unanimous'])
    .describe('majority: more approve than reject; unanimous: nobody rejects'),
  lapsesAfter: positiveDuration
    .optional()
    .describe(
      'Time after which it is over without a decision; of a matter that does not end by itself',
    ),
});

/** One value for each matter. */
const byMatter = <T extends z.ZodType>(value: T) =>
  z.strictObject(
    Object.fromEntries(MATTERS.map(matter => [matter, value])) as Record<
      Matter,
      T
    >,
  );

/** How boards decide. */
export const governanceSchema = z.strictObject({
  rules: byMatter(rule).describe(
    'Quorum and approval of each matter, merged by matter',
  ),
  appealWithin: positiveDuration.describe(
    'How long a rejection can be taken to the central board',
  ),
  auditsDueAfter: positiveDuration.describe(
    'How long the trust audits of a quarter may take',
  ),
});

/** How the boards of a governance domain may decide more strictly. */
export const stricterGovernanceSchema = z
  .strictObject({
    rules: byMatter(rule.omit({ lapsesAfter: true }).partial())
      .partial()
      .describe('More votes, or nobody against it'),
  })
  .partial();
