import { POLICY_DOCUMENT_KINDS } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { paragraphField } from '../../governance/paragraphField';
import { describeIssues, enumField, instantField } from '../../ingestion';

const DAY = 86_400_000;
const LONGEST_NOTE = 500;
const FURTHEST = 2 * 365 * DAY;
/** As many as a policy file may have. */
const LONGEST_YAML = 512 * 1024;

const noteField = () => paragraphField(1, LONGEST_NOTE);

const numberField = () => z.int({ error: 'the number of a version' });

const revisionField = () => z.int({ error: 'the revision that was read' });

const effectiveFromField = (now: number) =>
  instantField().refine(at => at > now && at <= now + FURTHEST, {
    error: 'an instant in the future, at most two years ahead',
  });

const error = `YAML of 1 to ${LONGEST_YAML} characters`;

const yamlField = () =>
  z
    .string({ error })
    .min(1, { error })
    .max(LONGEST_YAML, { error })
    // PostgreSQL keeps no text with it.
    .refine(text => !text.includes('\u0000'), {
      error: 'YAML without NUL characters',
    });

/** @internal */
export const keySchema = z.strictObject({
  kind: enumField(POLICY_DOCUMENT_KINDS),
  name: z.string().min(1).max(63),
});

/** @internal */
export const yamlSchema = z.strictObject({ yaml: yamlField() });

/** @internal */
export const newDraftSchema = z
  .strictObject({ of: keySchema.optional(), yaml: yamlField().optional() })
  .refine(({ of, yaml }) => (of === undefined) !== (yaml === undefined), {
    path: ['yaml'],
    error: 'either of or yaml',
  });

/** @internal */
export const draftChangeSchema = z.strictObject({
  yaml: yamlField(),
  revision: revisionField(),
});

/** @internal */
export const noteSchema = z.strictObject({ note: noteField() });

/** @internal */
export const publishSchema = (now: number) =>
  z.strictObject({
    revision: revisionField(),
    note: noteField(),
    effectiveFrom: effectiveFromField(now).optional(),
    simulationId: z.string().min(1).max(100).optional(),
  });

/** @internal */
export const rollBackSchema = z.strictObject({
  to: numberField(),
  note: noteField(),
  newest: numberField(),
});

/** @internal */
export const retireSchema = (now: number) =>
  z.strictObject({
    note: noteField(),
    effectiveFrom: effectiveFromField(now).optional(),
    newest: numberField().optional(),
  });

/**
 * A request as it is meant.
 *
 * @throws InputError that names the field, what was expected and what was found
 * @internal
 */
export function readRequest<T>(schema: z.ZodType<T>, request: unknown): T {
  const { data, error: problem } = schema.safeParse(request);
  if (problem) {
    const { field, message } = describeIssues(problem.issues, request);
    throw new InputError(`Invalid ${field || 'body'}: ${message}`);
  }
  return data;
}
