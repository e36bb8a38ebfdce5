import {
  findDeclarationMistake,
  type FactSchema,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { readDurationFromConfig, type Config } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { COLLECTOR_NAME, isCollectorName } from '../facts/collectorName';
import { at, mistake, readSchedule } from './reading';

/**
 * What an installation says of one collector.
 *
 * @internal
 */
export interface CollectorSettings {
  /** Whether it runs, where a module brings it. */
  enabled: boolean;
  schedule?: SchedulerServiceTaskScheduleDefinition;
  /** Milliseconds. */
  ttl?: number;
  /** What may be pushed under its name; anything where absent. */
  schema?: FactSchema;
  /** Subjects of services and refs of users who may push under its name; anybody where absent. */
  pushedBy?: readonly string[];
}

const PATH = 'autonomy.facts.collectors';
const FIELDS = ['enabled', 'schedule', 'ttl', 'schema', 'pushedBy'];

/**
 * Settings by name of the collector.
 *
 * @throws InputError that names the path of the mistake
 * @internal
 */
export function readFactsConfig(
  config: Config,
): Map<string, CollectorSettings> {
  const collectors = at(PATH, () => config.getOptionalConfig(PATH));
  const settings = new Map<string, CollectorSettings>();
  for (const name of collectors?.keys() ?? []) {
    if (!isCollectorName(name)) {
      throw mistake(`${PATH}.${name}`, `expected ${COLLECTOR_NAME}`);
    }
    settings.set(name, readCollector(config, `${PATH}.${name}`));
  }
  return settings;
}

function readCollector(config: Config, path: string): CollectorSettings {
  for (const field of at(path, () => config.getConfig(path)).keys()) {
    if (!FIELDS.includes(field)) {
      throw mistake(
        `${path}.${field}`,
        `expected one of the fields ${FIELDS.join(', ')}`,
      );
    }
  }
  return {
    enabled: at(
      `${path}.enabled`,
      () => config.getOptionalBoolean(`${path}.enabled`) ?? true,
    ),
    schedule: readSchedule(config, `${path}.schedule`),
    ttl: readTtl(config, `${path}.ttl`),
    schema: readSchema(config, `${path}.schema`),
    pushedBy: at(`${path}.pushedBy`, () =>
      config.getOptionalStringArray(`${path}.pushedBy`),
    ),
  };
}

function readTtl(config: Config, path: string): number | undefined {
  if (!config.has(path)) {
    return undefined;
  }
  const ttl = at(path, () =>
    durationToMilliseconds(readDurationFromConfig(config, { key: path })),
  );
  if (!(ttl > 0)) {
    throw mistake(path, `expected a duration above zero, found ${ttl} ms`);
  }
  return ttl;
}

/** Keys are paths of facts, which are no config keys, so the object is read as a whole. */
function readSchema(config: Config, path: string): FactSchema | undefined {
  const schema = config.getOptional(path);
  if (schema === undefined) {
    return undefined;
  }
  const found = findDeclarationMistake(schema);
  if (found) {
    const [fact] = found.path;
    throw mistake(
      fact === undefined ? path : `${path}['${fact}']`,
      `expected ${found.expected}`,
    );
  }
  return schema as FactSchema;
}
