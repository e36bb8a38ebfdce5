import { createBackend } from './backend.mjs';
import { waitUntilSettled } from './intake.mjs';
import { MAPPING, SECRET, SOURCE } from './pagerDuty.mjs';

/**
 * Backends that take PagerDuty's webhooks, and have read the catalog.
 *
 * @param options.processes - how many
 * @param options.databasePort - where they think that PostgreSQL is; where it is unless told
 * @returns `backends`, and the `urls` at which they take deliveries
 */
export async function startBackends(options) {
  const { postgres, processes, databasePort = postgres.port } = options;
  const backends = [];
  for (let n = 1; n <= processes; n++) {
    const backend = await createBackend({
      ...options,
      name: `backend-${n}`,
      databasePort,
      autonomy: { incidents: INCIDENTS },
    });
    // One after the other: what is tested here is not the start.
    await backend.start();
    backends.push(backend);
  }
  await waitUntilSettled(postgres);
  return {
    backends,
    urls: backends.map(
      ({ url }) => `${url}/api/autonomy/v1/webhooks/${SOURCE}`,
    ),
  };
}

const INCIDENTS = {
  sources: {
    [SOURCE]: {
      type: 'pagerduty',
      secrets: [SECRET],
      covers: { kind: 'Component' },
    },
  },
  mapping: MAPPING,
};
