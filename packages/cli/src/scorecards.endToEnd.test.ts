import autonomyPlugin from '@aligned-autonomy/backstage-plugin-autonomy-backend';
import type { Entity } from '@backstage/catalog-model';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { run } from './run';

jest.setTimeout(120_000);

/** Nobody has these facts, so that nobody passes. */
const STRICT = `apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: strict, title: Strict }
spec:
  role: guardrails
  checks:
    - id: signed-off
      title: Signed off
      expression: signed.off
      areas: [deployment]
      effect: stop
      consequence: critical
`;

const entities = ['cart', 'checkout', 'search'].map(
  (name): Entity => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: 'group:default/shop',
    },
  }),
);

describe('autonomy scorecard and the plugin', () => {
  const permissions = mockServices.permissions.mock();
  let backend: TestBackend;
  let file: string;

  beforeAll(async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'autonomy-cli-'));
    file = path.join(folder, 'strict.yaml');
    await writeFile(file, STRICT);
    backend = await startTestBackend({
      features: [
        autonomyPlugin,
        catalogServiceMock.factory({ entities }),
        permissions.factory,
      ],
    });
  });
  afterAll(async () => {
    await backend.stop();
    await rm(path.dirname(file), { recursive: true });
  });
  const allow = (isAllowed: boolean) => {
    const answer = async (requests: readonly unknown[]) =>
      requests.map(() => ({ result: isAllowed ? 'ALLOW' : 'DENY' } as const));
    permissions.authorize.mockImplementation(answer);
    permissions.authorizeConditional.mockImplementation(answer as any);
  };

  beforeEach(() => allow(true));

  const simulate = (...args: string[]) => scorecard('simulate', file, ...args);

  async function scorecard(...args: string[]) {
    const stdout = new PassThrough();
    const stderr = new PassThrough();
    const url = `http://127.0.0.1:${backend.server.port()}`;
    const code = await run(['scorecard', ...args, '--url', url], {
      env: { AUTONOMY_TOKEN: mockCredentials.service.token() },
      now: Date.now,
      onInterrupt: () => () => undefined,
      stderr,
      stdin: Readable.from([]),
      stdout,
    });
    stdout.end();
    stderr.end();
    return { code, stdout: await text(stdout), stderr: await text(stderr) };
  }

  it('reports who would feel a draft, and fails where a pipeline asks for it', async () => {
    const options = ['--fail-on', 'rights-lost', '--output', 'json'];
    let json = await simulate(...options);
    // The portal may not have looked at the catalog yet.
    while (JSON.parse(json.stdout).progress.total < entities.length) {
      json = await simulate(...options);
    }
    expect(json.code).toBe(0);
    expect(JSON.parse(json.stdout)).toMatchObject({
      state: 'done',
      settled: { entities: 3, guardrailWorse: 3, rightsLost: 0 },
    });
    const report = await simulate('--fail-on', 'any');
    expect(report.code).toBe(1);
    expect(report.stdout).toMatch(/^## What the draft would change\n/);
    expect(report.stdout).toContain('- added check signed-off (tightens)');
  });

  it('says what the portal makes of a mistake', async () => {
    await writeFile(file, STRICT.replace('signed.off', 'catalog.kin'));
    const wrong = await simulate();
    await writeFile(file, STRICT);
    expect(wrong).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('unknown fact catalog.kin'),
    });
  });

  it('needs the permission', async () => {
    allow(false);
    expect(await simulate()).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('autonomy.simulation.create'),
    });
  });

  it('exports documents, and lets only users import some', async () => {
    const exported = await scorecard('export', 'scorecard/readiness');
    expect(exported).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^kind: Scorecard$/m),
    });
    expect(await scorecard('import', file)).toMatchObject({ code: 3 });
  });
});
