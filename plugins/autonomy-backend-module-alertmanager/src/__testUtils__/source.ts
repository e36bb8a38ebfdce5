import type { IncidentSource } from '@aligned-autonomy/backstage-plugin-autonomy-node';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { alertmanagerSourceType } from '../alertmanagerSourceType';

/** A source by the name of `main`, configured as in `app-config.yaml`. */
export function createSource(
  settings: JsonObject = {},
  logger = mockServices.logger.mock(),
): IncidentSource {
  const config = new ConfigReader({
    autonomy: {
      incidents: { sources: { main: { type: 'alertmanager', ...settings } } },
    },
  });
  return alertmanagerSourceType.create({
    id: 'main',
    config: config.getConfig('autonomy.incidents.sources.main'),
    logger,
  });
}

/** A notification of `__fixtures__`, to be changed at will. */
export function readFixture(name: string): any {
  const file = path.join(__dirname, '..', '__fixtures__', `${name}.json`);
  return JSON.parse(readFileSync(file, 'utf8'));
}
