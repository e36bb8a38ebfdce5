import type { Knex } from 'knex';
import type { Clock } from '../database';
import type { EvaluationsQueries, ReadScopes } from '../evaluation/reading';
import type { ReadAccess } from '../permissions';
import { AuthorizedActivityReader } from './AuthorizedActivityReader';
import { AuthorizedEntityHistoryReader } from './AuthorizedEntityHistoryReader';
import { AuthorizedTrendsReader } from './AuthorizedTrendsReader';
import { DailyFiguresQueries } from './DailyFiguresQueries';
import { HistoryQueries } from './HistoryQueries';

/**
 * Puts together what tells somebody what was.
 *
 * @internal
 */
export function createHistoryReaders(options: {
  access: ReadAccess;
  clock: Clock;
  evaluations: Pick<EvaluationsQueries, 'has'>;
  knex: Knex;
  scopes: ReadScopes;
}) {
  const { knex } = options;
  const queries = HistoryQueries.create({ knex });
  const days = DailyFiguresQueries.create({ knex });
  return {
    activity: AuthorizedActivityReader.create({ ...options, queries }),
    history: AuthorizedEntityHistoryReader.create({ ...options, queries }),
    trends: AuthorizedTrendsReader.create({ ...options, days }),
  };
}
