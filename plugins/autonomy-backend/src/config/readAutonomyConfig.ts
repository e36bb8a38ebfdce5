import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  readFilterPredicateFromConfig,
  type FilterPredicate,
} from '@backstage/filter-predicates';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { readFactsConfig, type CollectorSettings } from './readFactsConfig';
import { readPolicyConfig, type PolicyConfig } from './readPolicyConfig';
import { at, mistake, readSchedule } from './reading';

/**
 * The settings under `autonomy`, with their defaults.
 *
 * @internal
 */
export interface AutonomyConfig extends PolicyConfig {
  /** Which catalog entities are evaluated. */
  scope: FilterPredicate;
  /** Governance domain to board, for domains without an annotation. */
  boards: Map<string, string>;
  /** The board of entities whose domain has none. */
  centralBoard?: string;
  /** Whether boards decide: without permissions anybody in a group could, so they do not unless told. */
  boardsDecide: boolean;
  sweep: {
    schedule: SchedulerServiceTaskScheduleDefinition;
    /** Milliseconds between sweeps until the catalog has settled after a start. */
    startupInterval: number;
  };
  evaluation: { schedule: SchedulerServiceTaskScheduleDefinition };
  governance: { schedule: SchedulerServiceTaskScheduleDefinition };
  rollUps: { schedule: SchedulerServiceTaskScheduleDefinition };
  retention: { schedule: SchedulerServiceTaskScheduleDefinition };
  /** By name of the collector. */
  collectors: ReadonlyMap<string, CollectorSettings>;
}

const DEFAULT_SCOPE: FilterPredicate = { kind: 'Component' };
const DEFAULT_SWEEP_SCHEDULE = every({ minutes: 2 });
const DEFAULT_EVALUATION_SCHEDULE = every({ minutes: 2 });
const DEFAULT_GOVERNANCE_SCHEDULE = every({ minutes: 1 });
// Not an hour after the start: a backend that is restarted more often would never come to it.
const DEFAULT_HOURLY_SCHEDULE = {
  frequency: { hours: 1 },
  timeout: { minutes: 10 },
  initialDelay: { minutes: 5 },
};
const DEFAULT_STARTUP_INTERVAL = 5_000;

/**
 * @throws InputError that names the path of the mistake
 * @internal
 */
export function readAutonomyConfig(config: Config): AutonomyConfig {
  return {
    scope: readScope(config),
    ...readPolicyConfig(config),
    boards: readBoards(config),
    centralBoard: readGroupRef(
      'autonomy.centralBoard',
      config.getOptionalString('autonomy.centralBoard'),
    ),
    boardsDecide:
      config.getOptionalBoolean('permission.enabled') === true ||
      config.getOptionalBoolean('autonomy.boardsWithoutPermissions') === true,
    sweep: {
      schedule:
        readSchedule(config, 'autonomy.catalog.sweep.schedule') ??
        DEFAULT_SWEEP_SCHEDULE,
      startupInterval: readStartupInterval(config),
    },
    evaluation: {
      schedule:
        readSchedule(config, 'autonomy.evaluation.schedule') ??
        DEFAULT_EVALUATION_SCHEDULE,
    },
    governance: {
      schedule:
        readSchedule(config, 'autonomy.governance.schedule') ??
        DEFAULT_GOVERNANCE_SCHEDULE,
    },
    rollUps: {
      schedule:
        readSchedule(config, 'autonomy.rollUps.schedule') ??
        DEFAULT_HOURLY_SCHEDULE,
    },
    retention: {
      schedule:
        readSchedule(config, 'autonomy.retention.schedule') ??
        DEFAULT_HOURLY_SCHEDULE,
    },
    collectors: readFactsConfig(config),
  };
}

function readScope(config: Config): FilterPredicate {
  const path = 'autonomy.scope';
  return at(path, () => {
    if (!config.has(path)) {
      return DEFAULT_SCOPE;
    }
    const scope = readFilterPredicateFromConfig(config, { key: path });
    if (typeof scope !== 'object') {
      throw new InputError(`expected a filter predicate, found ${scope}`);
    }
    return scope;
  });
}

function every(
  frequency: HumanDuration,
): SchedulerServiceTaskScheduleDefinition {
  return { frequency, timeout: { minutes: 2 }, initialDelay: frequency };
}

function readStartupInterval(config: Config): number {
  const path = 'autonomy.catalog.sweep.startupInterval';
  return at(path, () =>
    config.has(path)
      ? durationToMilliseconds(readDurationFromConfig(config, { key: path }))
      : DEFAULT_STARTUP_INTERVAL,
  );
}

/** Keys are entity refs, which are no config keys, so the object is read as a whole. */
function readBoards(config: Config): Map<string, string> {
  const path = 'autonomy.boards';
  const boards = config.getOptional(path) ?? {};
  if (typeof boards !== 'object' || Array.isArray(boards)) {
    throw mistake(path, 'expected an object of domain refs to group refs');
  }
  return new Map(
    Object.entries(boards ?? {}).map(([domain, board]) => [
      readRef(`${path}['${domain}']`, domain, 'domain'),
      readRef(`${path}['${domain}']`, board, 'group'),
    ]),
  );
}

function readGroupRef(path: string, value?: string): string | undefined {
  return value === undefined ? undefined : readRef(path, value, 'group');
}

function readRef(path: string, value: unknown, defaultKind: string): string {
  if (typeof value !== 'string') {
    throw mistake(path, `expected an entity ref, found ${typeof value}`);
  }
  return at(path, () =>
    stringifyEntityRef(parseEntityRef(value, { defaultKind })),
  );
}
