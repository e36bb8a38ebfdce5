import { autonomyEntityReadPermission } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { AutonomyCollatorOptions } from './AutonomyCollatorFactory';

const ROOT = 'search.collators.autonomy';
const CATALOG_TEMPLATE = '/catalog/:namespace/:kind/:name';

/** Not at once after a start, when the autonomy backend is starting as well. */
const DEFAULT_SCHEDULE = {
  frequency: { minutes: 10 },
  timeout: { minutes: 15 },
  initialDelay: { minutes: 1 },
};

/**
 * What stands under `search.collators.autonomy`, with its defaults.
 *
 * @internal
 */
export interface CollatorConfig
  extends Pick<AutonomyCollatorOptions, 'locationTemplate'> {
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Undefined where nobody has said who may find what. */
  visibilityPermission?: AutonomyCollatorOptions['visibilityPermission'];
}

/**
 * @throws InputError that names the path of the mistake
 * @internal
 */
export function readCollatorConfig(config: Config): CollatorConfig {
  return {
    locationTemplate: readLocationTemplate(config),
    schedule: readSchedule(config) ?? DEFAULT_SCHEDULE,
    visibilityPermission: readVisibility(config),
  };
}

function readVisibility(config: Config) {
  const permissions = [
    catalogEntityReadPermission,
    autonomyEntityReadPermission,
  ];
  const path = `${ROOT}.visibility`;
  const told = at(path, () => config.getOptionalString(path));
  if (told !== undefined) {
    const permission = permissions.find(({ name }) => name === told);
    if (!permission) {
      throw mistake(
        path,
        `expected one of ${permissions
          .map(({ name }) => name)
          .join(', ')}, found ${JSON.stringify(told.slice(0, 60))}`,
      );
    }
    return permission;
  }
  const isRestricted = config.getOptionalBoolean('permission.enabled') ?? false;
  return isRestricted ? undefined : catalogEntityReadPermission;
}

/**
 * The index of a development backend knows a document by its location alone, whatever its type: at the place of a
 * document of the catalog it would be shown to whoever finds that one.
 */
function readLocationTemplate(config: Config): string {
  const path = `${ROOT}.locationTemplate`;
  const template =
    at(path, () => config.getOptionalString(path)) ??
    `${CATALOG_TEMPLATE}/autonomy`;
  const taken =
    config.getOptionalString('search.collators.catalog.locationTemplate') ??
    CATALOG_TEMPLATE;
  if (
    template.toLocaleLowerCase('en-US') === taken.toLocaleLowerCase('en-US')
  ) {
    throw mistake(
      path,
      `expected another place than the catalog's own documents have, found ${template}`,
    );
  }
  return template;
}

function readSchedule(
  config: Config,
): SchedulerServiceTaskScheduleDefinition | undefined {
  const path = `${ROOT}.schedule`;
  return at(path, () => {
    const schedule = config.getOptionalConfig(path);
    return (
      schedule && readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
    );
  });
}

function at<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw mistake(path, toError(error).message);
  }
}

function mistake(path: string, message: string): InputError {
  return new InputError(`Invalid configuration at ${path}: ${message}`);
}
