import { z } from 'zod';
import { CHECK_EXPECTATIONS } from './CheckTests';
import {
  domainRef,
  duration,
  id,
  instant,
  ratio,
  text,
} from '../schema/values';
import { API_VERSION } from '../schema';

/** Their content is judged where they are put together. */
const facts = z.record(z.string(), z.any());

const checkCase = z.strictObject({
  check: id.describe('Id of the check'),
  name: text.optional().describe('What the case is about'),
  domain: domainRef
    .optional()
    .describe('The governance domain whose overlay holds'),
  facts: facts
    .optional()
    .describe('Values by collector, nested or by dotted path'),
  catalog: facts
    .optional()
    .describe(
      'Facts of catalog, where they differ from those of a bare entity',
    ),
  attestation: z
    .enum(['yes', 'no'])
    .optional()
    .describe('Answer of the owners'),
  at: instant.optional().describe('When it is asked; 2026-01-01 unless told'),
  ageOfFacts: duration.optional().describe('How old the facts are by then'),
  expect: z.enum(CHECK_EXPECTATIONS).describe('What the check has to say'),
  score: ratio.optional().describe('And with which score, 0 to 1'),
});

export const checkTestsEnvelope = z.strictObject({
  apiVersion: z.literal(API_VERSION),
  kind: z.literal('CheckTests'),
  metadata: z.strictObject({ name: id, title: text.optional() }).optional(),
  cases: z.array(checkCase).min(1).max(5000),
});
