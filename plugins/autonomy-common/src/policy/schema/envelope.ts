import { z } from 'zod';
import { overlaySchema } from './overlay';
import { policySchema } from './policy';
import { scorecardSchema } from './scorecard';
import { domainRef, id, text } from './values';

export const API_VERSION = 'aligned-autonomy/v1';

const apiVersion = z.literal(API_VERSION);

const scorecardMetadata = z.strictObject({
  name: id,
  title: text,
  description: text.optional(),
  owner: text.optional(),
});

export const policyEnvelope = z.strictObject({
  apiVersion,
  kind: z.literal('Policy'),
  metadata: z.strictObject({
    name: id,
    title: text.optional(),
    description: text.optional(),
  }),
  spec: policySchema,
});

export const scorecardEnvelope = z.strictObject({
  apiVersion,
  kind: z.literal('Scorecard'),
  metadata: scorecardMetadata.extend({ disabled: z.boolean().optional() }),
  spec: scorecardSchema,
});

/** Takes an earlier scorecard of that name away, so it needs no content of its own. */
export const disabledScorecardEnvelope = z.strictObject({
  apiVersion,
  kind: z.literal('Scorecard'),
  metadata: scorecardMetadata.partial().extend({
    name: id,
    disabled: z.literal(true),
  }),
  spec: z.unknown().optional(),
});

export const overlayEnvelope = z.strictObject({
  apiVersion,
  kind: z.literal('Overlay'),
  metadata: z.strictObject({
    name: id,
    title: text.optional(),
    description: text.optional(),
    domain: domainRef.describe('The governance domain in which it holds'),
  }),
  spec: overlaySchema,
});
