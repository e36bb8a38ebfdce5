import autonomyPlugin from '@aligned-autonomy/backstage-plugin-autonomy-backend';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { autonomyModuleAlertmanager } from '../module';

/** The suite with this module in a backend of its own. */
export interface Portal {
  /** Where the source `main` delivers. */
  webhookUrl: string;
  /** What the suite says of the one component there is. */
  evaluation(): Promise<any>;
  /** Reads again and again until it is so; the time limit is the test's. */
  until<T>(read: () => Promise<T>, isSo: (value: T) => boolean): Promise<T>;
  stop(): Promise<void>;
}

const component = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments-api', namespace: 'default' },
  spec: { type: 'service', lifecycle: 'production', owner: 'team' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/team' }],
};
const team = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'team', namespace: 'default' },
  spec: { type: 'team', children: [] },
};

/**
 * @param options - `token` of the source, `scorecard` in YAML
 */
export async function startPortal(options: {
  token: string;
  scorecard: string;
}): Promise<Portal> {
  const folder = mkdtempSync(path.join(tmpdir(), 'autonomy-portal-'));
  const scorecard = path.join(folder, 'scorecard.yaml');
  writeFileSync(scorecard, options.scorecard);
  const backend = await startTestBackend({
    features: [
      autonomyPlugin,
      autonomyModuleAlertmanager,
      catalogServiceMock.factory({ entities: [component, team] }),
      mockServices.rootConfig.factory({
        data: {
          autonomy: {
            catalog: { sweep: { startupInterval: { milliseconds: 50 } } },
            policy: { files: [scorecard] },
            incidents: {
              sources: {
                main: {
                  type: 'alertmanager',
                  tokens: [options.token],
                  covers: { kind: 'Component' },
                },
              },
              mapping: [
                {
                  entity: "'component:default/' + labels.job",
                  areas: "has(labels.area) ? [labels.area] : ['operations']",
                  severity: 'severity',
                },
              ],
            },
          },
        },
      }),
    ],
  });
  const base = `http://127.0.0.1:${backend.server.port()}/api/autonomy/v1`;
  return {
    webhookUrl: `${base}/webhooks/main`,
    async evaluation() {
      const response = await fetch(
        `${base}/entities/component/default/payments-api`,
        { headers: { authorization: mockCredentials.user.header() } },
      );
      return response.ok ? response.json() : undefined;
    },
    async until(read, isSo) {
      for (;;) {
        const value = await read();
        if (isSo(value)) {
          return value;
        }
        await pause(50);
      }
    },
    async stop() {
      await backend.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
