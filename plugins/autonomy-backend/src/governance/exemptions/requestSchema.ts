import type { ExemptionRequest } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { z } from 'zod';
import { entityRefField, instantField, textField } from '../../ingestion';
import { paragraphField } from '../paragraphField';

const DAY = 86_400_000;
const MIN_REASON = 10;
const MAX_REASON = 1_000;

/**
 * @param options - `now`: UTC milliseconds; `maxDuration`: of the policy of the entity's domain, in milliseconds
 * @internal
 */
export function requestSchema(options: {
  now: number;
  maxDuration: number;
}): z.ZodType<ExemptionRequest> {
  const { maxDuration, now } = options;
  return z.strictObject(
    {
      entityRef: entityRefField(),
      checkId: textField(200),
      reason: paragraphField(MIN_REASON, MAX_REASON),
      expiresAt: instantField().refine(
        instant => instant > now && instant <= now + maxDuration,
        {
          error: `an instant in the future, at most ${Math.floor(
            maxDuration / DAY,
          )} days ahead`,
        },
      ),
    },
    { error: 'an object' },
  );
}
