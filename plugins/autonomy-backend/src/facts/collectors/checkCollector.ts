import { findDeclarationMistake } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { FactCollector } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { InputError } from '@backstage/errors';
import { parseFilterPredicate } from '@backstage/filter-predicates';
import { durationToMilliseconds } from '@backstage/types';
import { z } from 'zod';
import { describeIssues } from '../../ingestion/describeIssues';
import { textField } from '../../ingestion/fields';
import { COLLECTOR_NAME, isCollectorName } from '../collectorName';

const MAX_BATCH = 1_000;
const BATCH_SIZE = `a whole number from 1 to ${MAX_BATCH}`;

const is = (error: string, holds: (value: any) => boolean) =>
  z.custom(value => succeeds(() => holds(value)), { error });

const collectorSchema = z.object(
  {
    id: is(
      COLLECTOR_NAME,
      value => typeof value === 'string' && isCollectorName(value),
    ),
    description: textField(500),
    schema: z.unknown().superRefine((schema, context) => {
      const mistake = findDeclarationMistake(schema);
      if (mistake) {
        const { expected, path } = mistake;
        context.addIssue({ code: 'custom', message: expected, path });
      }
    }),
    ttl: is(
      'a duration above zero such as { hours: 12 }',
      value => durationToMilliseconds(value) > 0,
    ),
    schedule: is(
      'a schedule with frequency and timeout',
      ({ frequency, timeout }) => Boolean(frequency && timeout),
    ),
    batchSize: z
      .int({ error: BATCH_SIZE })
      .min(1, { error: BATCH_SIZE })
      .max(MAX_BATCH, { error: BATCH_SIZE })
      .optional(),
    entityFilter: is('a filter predicate', value =>
      Boolean(parseFilterPredicate(value)),
    ).optional(),
    collect: is('a function', value => typeof value === 'function'),
  },
  { error: 'a fact collector' },
);

/**
 * Makes sure that a collector is what it should be: a module may be written without types.
 *
 * @throws InputError with the first mistakes
 * @internal
 */
export function checkCollector(collector: FactCollector): void {
  const { error } = collectorSchema.safeParse(collector);
  if (error) {
    const { field, message } = describeIssues(error.issues, collector);
    throw new InputError(`Invalid fact collector: ${field}: ${message}`);
  }
}

function succeeds(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}
