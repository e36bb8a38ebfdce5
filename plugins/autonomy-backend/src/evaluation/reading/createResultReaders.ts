import type { CompiledPolicy } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import type { Clock } from '../../database';
import { createHistoryReaders, DailyFiguresQueries } from '../../history';
import type { ReadAccess } from '../../permissions';
import type { CatalogVisibility } from './CatalogVisibility';
import {
  AuthorizedGuardrailMatrixReader,
  GuardrailMatrixQueries,
} from './guardrails';
import { AuthorizedEvaluationsReader, EvaluationsQueries } from './list';
import { AuthorizedReadinessReader, ReadinessQueries } from './readiness';
import { ReadScopes } from './ReadScopes';
import { AuthorizedEntityRefresh, type RefreshService } from './refresh';
import { EvaluationShapes } from './shapes';
import {
  AuthorizedSummaryReader,
  SummaryContext,
  SummaryQueries,
} from './summary';

/**
 * Puts together what reads results, and what was, for somebody.
 *
 * @internal
 */
export function createResultReaders(options: {
  access: ReadAccess;
  catalog: CatalogVisibility;
  clock: Clock;
  knex: Knex;
  policy: CompiledPolicy;
  refresh: RefreshService;
}) {
  const { access, catalog, clock, knex, policy, refresh } = options;
  const shapes = EvaluationShapes.create({ knex });
  const queries = EvaluationsQueries.create({ knex, shapes });
  const scopes = ReadScopes.create({ access, catalog });
  const context = SummaryContext.create({
    clock,
    days: DailyFiguresQueries.create({ knex }),
    knex,
  });
  return {
    ...createHistoryReaders({
      access,
      clock,
      evaluations: queries,
      knex,
      scopes,
    }),
    evaluations: AuthorizedEvaluationsReader.create({
      access,
      queries,
      scopes,
    }),
    guardrails: AuthorizedGuardrailMatrixReader.create({
      context,
      policy,
      queries: GuardrailMatrixQueries.create({ knex, shapes }),
      scopes,
    }),
    readiness: AuthorizedReadinessReader.create({
      catalog,
      policy,
      queries: ReadinessQueries.create({ knex, shapes }),
      scopes,
    }),
    refresh: AuthorizedEntityRefresh.create({ access, queries, refresh }),
    summaries: AuthorizedSummaryReader.create({
      context,
      queries: SummaryQueries.create({ knex, shapes }),
      scopes,
    }),
  };
}
