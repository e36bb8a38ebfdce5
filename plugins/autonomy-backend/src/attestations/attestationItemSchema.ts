import {
  parseDuration,
  type NewAttestation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { z } from 'zod';
import {
  entityRefField,
  enumField,
  instantField,
  textField,
  urlField,
} from '../ingestion';

/** An answer for ever would outlive those who gave it. */
const LONGEST = 'P365D';

/**
 * @internal
 */
export function attestationItemSchema(options: {
  now: number;
}): z.ZodType<NewAttestation> {
  const { now } = options;
  const latest = now + parseDuration(LONGEST);
  return z
    .strictObject(
      {
        entityRef: entityRefField(),
        checkId: textField(200),
        answer: enumField(['yes', 'no']),
        evidenceUrl: urlField().optional(),
        expiresAt: instantField().refine(
          instant => instant > now && instant <= latest,
          { error: `an instant in the future, at most ${LONGEST} ahead` },
        ),
        note: textField(500).optional(),
      },
      { error: 'an object' },
    )
    .refine(
      ({ answer, evidenceUrl }) => answer === 'no' || evidenceUrl !== undefined,
      {
        path: ['evidenceUrl'],
        error: 'an http or https URL of the evidence where the answer is yes',
      },
    );
}
