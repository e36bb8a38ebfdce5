import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';

/*
 * What all parts of the configuration are read with.
 */

/**
 * Names the path in whatever goes wrong while it is read.
 *
 * @internal
 */
export function at<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw mistake(path, toError(error).message);
  }
}

/**
 * @internal
 */
export function mistake(path: string, message: string): InputError {
  return new InputError(`Invalid configuration at ${path}: ${message}`);
}

/**
 * @throws InputError that names the path of the mistake
 * @internal
 */
export function readSchedule(
  config: Config,
  path: string,
): SchedulerServiceTaskScheduleDefinition | undefined {
  return at(path, () => {
    const schedule = config.getOptionalConfig(path);
    return (
      schedule && readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
    );
  });
}
