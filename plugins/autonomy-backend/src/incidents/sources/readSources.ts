import type { IncidentSource } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type LoggerService,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  readFilterPredicateFromConfig,
  type FilterPredicate,
} from '@backstage/filter-predicates';
import { at, mistake } from '../../config/reading';
import type { IncidentSourceTypes } from './IncidentSourceTypes';

const PATH = 'autonomy.incidents.sources';
/** It becomes a part of an address. */
const SOURCE_ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const MAX_ID_LENGTH = 50;
const COMMON_FIELDS = ['type', 'covers', 'poll'];
const DEFAULT_POLL_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 5 },
  timeout: { minutes: 4 },
  initialDelay: { seconds: 15 },
};

/**
 * A source as it is configured.
 *
 * @internal
 */
export interface ConfiguredSource {
  id: string;
  type: string;
  source: IncidentSource;
  /** Which entities in scope it watches; none unless told. */
  covers?: FilterPredicate;
  pollSchedule: SchedulerServiceTaskScheduleDefinition;
}

/**
 * The sources under `autonomy.incidents.sources`.
 *
 * @throws InputError that names the path of the mistake
 * @internal
 */
export function readSources(
  config: Config,
  options: { types: IncidentSourceTypes; logger: LoggerService },
): ConfiguredSource[] {
  const sources = config.getOptionalConfig(PATH);
  return (sources?.keys() ?? []).map(id =>
    readSource(id, sources!.getConfig(id), options),
  );
}

function readSource(
  id: string,
  config: Config,
  { logger, types }: { types: IncidentSourceTypes; logger: LoggerService },
): ConfiguredSource {
  const path = `${PATH}.${id}`;
  if (!SOURCE_ID.test(id) || id.length > MAX_ID_LENGTH) {
    throw mistake(
      path,
      `expected a name of at most ${MAX_ID_LENGTH} small letters, digits and single hyphens`,
    );
  }
  const typeName = at(`${path}.type`, () => config.getString('type'));
  const type = types.get(typeName);
  if (!type) {
    throw mistake(
      `${path}.type`,
      `expected one of the installed types (${types
        .list()
        .join(', ')}), found ${JSON.stringify(typeName)}`,
    );
  }
  const fields = [...COMMON_FIELDS, ...type.fields];
  const surplus = config.keys().find(key => !fields.includes(key));
  if (surplus !== undefined) {
    throw mistake(`${path}.${surplus}`, `expected one of ${fields.join(', ')}`);
  }
  return {
    id,
    type: typeName,
    source: type.create({ id, config, logger }),
    covers: at(`${path}.covers`, () => readCovers(config)),
    pollSchedule: at(`${path}.poll.schedule`, () => {
      const schedule = config.getOptionalConfig('poll.schedule');
      return schedule
        ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
        : DEFAULT_POLL_SCHEDULE;
    }),
  };
}

function readCovers(config: Config): FilterPredicate | undefined {
  if (!config.has('covers')) {
    return undefined;
  }
  const covers = readFilterPredicateFromConfig(config, { key: 'covers' });
  if (typeof covers !== 'object') {
    throw new InputError(`expected a filter predicate, found ${covers}`);
  }
  return covers;
}
