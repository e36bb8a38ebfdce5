import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { DatabaseClock, type Clock } from './Clock';

/**
 * What tells the plugin the time: the clock of its database, which all replicas share. An installation leaves it as it
 * is; demonstrations and tests put one in its place that they can set.
 *
 * @public
 */
export const autonomyClockServiceRef = createServiceRef<Clock>({
  id: 'autonomy.clock',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { database: coreServices.database },
      factory: async ({ database }) =>
        DatabaseClock.create({ knex: await database.getClient() }),
    }),
});
