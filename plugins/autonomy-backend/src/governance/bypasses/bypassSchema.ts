import type { NewProposal } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { z } from 'zod';
import { entityRefField, enumField, textField } from '../../ingestion';
import { reasonField } from '../proposals';

/** @internal */
export type NewBypassProposal = Extract<NewProposal, { matter: 'bypass' }>;

/** @internal */
export const bypassSchema: z.ZodType<NewBypassProposal> = z.strictObject(
  {
    matter: z.literal('bypass', { error: 'bypass' }),
    entityRef: entityRefField(),
    source: textField(200),
    incidentId: textField(500),
    wanted: enumField(['clear', 'renew']),
    reason: reasonField(),
  },
  { error: 'an object' },
);
