import type { Knex } from 'knex';
import { EvaluationShapes } from '../../evaluation/reading/shapes';
import {
  AuthorizedCheckInsightReader,
  type CheckInsightReaderOptions,
} from './AuthorizedCheckInsightReader';
import { CheckCountsQueries } from './CheckCountsQueries';
import { CheckDaysQueries } from './CheckDaysQueries';
import type { CheckInsightReader } from './CheckInsightReader';

/**
 * Puts together what tells how checks fare.
 *
 * @internal
 */
export function createCheckInsight(
  options: Omit<CheckInsightReaderOptions, 'counts' | 'days'> & { knex: Knex },
): CheckInsightReader {
  const { knex } = options;
  const shapes = EvaluationShapes.create({ knex });
  return AuthorizedCheckInsightReader.create({
    ...options,
    counts: CheckCountsQueries.create({ knex, shapes }),
    days: CheckDaysQueries.create({ knex }),
  });
}
