import { mockServices } from '@backstage/backend-test-utils';
import type { CompiledPolicy } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Knex } from 'knex';
import { applyMigrations } from '../database';
import { Outbox } from '../announcements';
import { createSweepRunner } from '../entities';
import { createEvaluation, noTelemetry } from '../evaluation';
import { fixedPolicies, loadPolicy } from '../scorecards';
import { createStores } from './createStores';
import { FakeCatalog } from './FakeCatalog';
import { organisation } from './organisation';

/** What the clock shows at first, in UTC milliseconds. */
export const EVALUATION_START = Date.parse('2026-06-01T00:00:00Z');

/** Everything that level 2 asks for besides what the catalog says. */
export const LEVEL_2_FACTS = {
  observability: {
    structuredLogs: true,
    metrics: true,
    tracing: true,
    alertsReachOnCall: true,
  },
  oncall: { rotation: true, incidentProcess: true },
  pipeline: { shared: true, standardChecks: true, selfService: true },
  security: { criticalVulnerabilities: 0 },
};

type Bootstrap = CompiledPolicy['policy']['ladder']['bootstrap'];

async function readPolicy(
  bootstrap: Bootstrap,
  files: readonly string[],
): Promise<CompiledPolicy> {
  const loaded = await loadPolicy(files);
  const { ladder, ...rest } = loaded.policy;
  const policy = { ...rest, ladder: { ...ladder, bootstrap } };
  const compiled: CompiledPolicy = {
    ...loaded,
    policy,
    base: policy,
    forDomains: () => compiled,
  };
  return compiled;
}

/** Everything that evaluates, with a clock that a test can set, and without the rest of the plugin. */
export async function setUpEvaluation(
  knex: Knex,
  options: {
    bootstrap?: Bootstrap;
    centralBoard?: string;
    isSettled?: boolean;
    /** Whether moves wait for boards. */
    movesWait?: boolean;
    /** On top of the built-in ones. */
    policyFiles?: readonly string[];
  } = {},
) {
  const { bootstrap = 'lowest', isSettled = true, policyFiles = [] } = options;
  const { centralBoard, movesWait } = options;
  await applyMigrations(mockServices.database.mock(), knex);
  const catalog = new FakeCatalog(organisation());
  const clock = { time: EVALUATION_START, now: async () => clock.time };
  const logger = mockServices.logger.mock();
  const scope = { kind: 'Component' };
  const policy = await readPolicy(bootstrap, policyFiles);
  const created = createStores({ knex, movesWait, policy });
  const { index, marks, queue, records, stores, storesOn } = created;
  const outbox = Outbox.create({ knex });
  const evaluation = createEvaluation({
    clock,
    index,
    isFlooded: () => false,
    knex,
    logger,
    outbox,
    policies: fixedPolicies(policy),
    queue,
    readersOn: storesOn,
    records,
    settings: {},
    telemetry: noTelemetry,
  });
  const { policyInForce, worker } = evaluation;
  await policyInForce.isOwn(clock.time);
  worker.open();
  const runner = createSweepRunner({
    auth: mockServices.auth(),
    catalog: catalog.service,
    clock,
    index,
    logger,
    policy,
    settings: { scope, boards: new Map(), centralBoard },
    mayRun: async () => true,
    onSwept: () => {},
  });
  /** Evaluates until nothing is due. */
  const work = async () => {
    while ((await worker.work()) > 0);
  };
  const mark = (refs: string[]) =>
    knex.transaction(trx => marks.mark(trx, refs, clock.time));
  if (isSettled) {
    await index.markSettled(EVALUATION_START);
  }
  return {
    catalog,
    clock,
    evaluation,
    index,
    logger,
    marks,
    outbox,
    policy,
    queue,
    records,
    runner,
    stores,
    storesOn,
    async read(): Promise<Record<string, any>> {
      const rows = await knex('evaluations').orderBy('entity_ref');
      return Object.fromEntries(
        rows.map(row => [
          row.entity_ref,
          { ...row, evaluated_at: Number(row.evaluated_at) },
        ]),
      );
    },
    mark,
    work,
    async evaluateAll() {
      await mark(await index.listScope());
      await work();
    },
    async sweep() {
      await runner.run();
      await work();
    },
  };
}
