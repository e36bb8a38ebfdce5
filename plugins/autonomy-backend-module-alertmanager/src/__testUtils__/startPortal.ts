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

const entities = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'payments-api', namespace: 'default' },
    spec: { type: 'service', lifecycle: 'production', owner: 'team' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/team' }],
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'team', namespace: 'default' },
    spec: { type: 'team', children: [] },
  },
];
const mapping = [
  {
    entity: "'component:default/' + labels.job",
    areas: "has(labels.area) ? [labels.area] : ['operations']",
    severity: 'severity',
  },
];

/** The suite with this module in a backend of its own. */
export type Portal = Awaited<ReturnType<typeof startPortal>>;

/**
 * @param options - `token` of the source, `scorecard` in YAML
 */
export async function startPortal(options: {
  token: string;
  scorecard: string;
}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'autonomy-portal-'));
  const scorecard = path.join(folder, 'scorecard.yaml');
  writeFileSync(scorecard, options.scorecard);
  const tokens = [options.token];
  const covers = { kind: 'Component' };
  const sources = { main: { type: 'alertmanager', tokens, covers } };
  const sweep = { startupInterval: { milliseconds: 50 } };
  const backend = await startTestBackend({
    features: [
      autonomyPlugin,
      autonomyModuleAlertmanager,
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({
        data: {
          autonomy: {
            catalog: { sweep },
            policy: { files: [scorecard] },
            incidents: { sources, mapping },
          },
        },
      }),
    ],
  });
  const base = `http://127.0.0.1:${backend.server.port()}/api/autonomy/v1`;
  return {
    /** Where the source `main` delivers. */
    webhookUrl: `${base}/webhooks/main`,
    /** What the suite says of the one component there is. */
    async evaluation(): Promise<any> {
      const response = await fetch(
        `${base}/entities/component/default/payments-api`,
        { headers: { authorization: mockCredentials.user.header() } },
      );
      return response.ok ? response.json() : undefined;
    },
    /** Reads again and again until it is so; the time limit is the test's. */
    async until<T>(read: () => Promise<T>, isSo: (value: T) => boolean) {
      let value = await read();
      while (!isSo(value)) {
        await pause(50);
        value = await read();
      }
      return value;
    },
    async stop() {
      await backend.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
