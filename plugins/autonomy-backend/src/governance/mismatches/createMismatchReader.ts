import type { Knex } from 'knex';
import { EvaluationShapes } from '../../evaluation/reading/shapes';
import {
  AuthorizedMismatchReader,
  type MismatchReaderOptions,
} from './AuthorizedMismatchReader';
import { MismatchQueries } from './MismatchQueries';
import type { MismatchReader } from './MismatchReader';

/**
 * Puts together what shows mismatches.
 *
 * @internal
 */
export function createMismatchReader(
  options: Omit<MismatchReaderOptions, 'queries'> & { knex: Knex },
): MismatchReader {
  const { knex } = options;
  const shapes = EvaluationShapes.create({ knex });
  return AuthorizedMismatchReader.create({
    ...options,
    queries: MismatchQueries.create({ knex, shapes }),
  });
}
