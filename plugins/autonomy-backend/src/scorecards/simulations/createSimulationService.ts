import type { Knex } from 'knex';
import { DailyFiguresQueries } from '../../history';
import { SummaryContext } from '../../evaluation/reading/summary';
import type { Clock } from '../../database';
import {
  AuthorizedSimulationService,
  type SimulationServiceOptions,
} from './AuthorizedSimulationService';
import {
  DatabaseDraftReader,
  DatabaseSimulationsStore,
  SimulationDesk,
} from './jobs';
import type { PolicyRegistry } from '../registry';
import { MovesQueries } from './reading';
import type { SimulationService } from './SimulationService';

/**
 * Puts together what begins simulations and shows what comes of them.
 *
 * @internal
 */
export function createSimulationService(
  options: Pick<SimulationServiceOptions, 'permissions' | 'scopes'> & {
    clock: Clock;
    knex: Knex;
    policies: PolicyRegistry;
    simulations: { wake(): void };
  },
): SimulationService {
  const { clock, knex, simulations } = options;
  const store = DatabaseSimulationsStore.create({ knex });
  return AuthorizedSimulationService.create({
    ...options,
    context: SummaryContext.create({
      clock,
      days: DailyFiguresQueries.create({ knex }),
      knex,
    }),
    desk: SimulationDesk.create({
      ...options,
      drafts: DatabaseDraftReader.create({ knex }),
      store,
      wake: () => simulations.wake(),
    }),
    queries: MovesQueries.create({ knex }),
    store,
  });
}
