import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { mistake, readSchedule } from './reading';

/**
 * Where the policy comes from, besides what is built in and published here.
 *
 * @internal
 */
export interface PolicyConfig {
  /** YAML files on top of the built-in policy, in order. */
  policyFiles: string[];
  /** Addresses of YAML files on top of them, in order. */
  policyUrls: string[];
  /** How often the addresses are read anew. */
  policyRefresh: { schedule: SchedulerServiceTaskScheduleDefinition };
}

const DEFAULT_SCHEDULE = {
  frequency: { minutes: 5 },
  timeout: { minutes: 2 },
  initialDelay: { minutes: 1 },
};

/**
 * @throws InputError that names the path of the mistake
 * @internal
 */
export function readPolicyConfig(config: Config): PolicyConfig {
  return {
    policyFiles: config.getOptionalStringArray('autonomy.policy.files') ?? [],
    policyUrls: readUrls(config),
    policyRefresh: {
      schedule:
        readSchedule(config, 'autonomy.policy.refresh.schedule') ??
        DEFAULT_SCHEDULE,
    },
  };
}

function readUrls(config: Config): string[] {
  const path = 'autonomy.policy.urls';
  const urls = config.getOptionalStringArray(path) ?? [];
  urls.forEach((url, i) => {
    if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
      throw mistake(
        `${path}[${i}]`,
        `expected an http or https URL, found ${JSON.stringify(
          url.slice(0, 60),
        )}`,
      );
    }
    if (urls.indexOf(url) !== i) {
      throw mistake(`${path}[${i}]`, `${url} stands in the list twice`);
    }
  });
  return urls;
}
