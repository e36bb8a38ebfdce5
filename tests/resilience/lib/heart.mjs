/*
 * What evaluates, put together from the sources over any database and without the rest of a backend; for
 * processes that are started with the transform that lets Node run the sources.
 */
import { createRequire } from 'node:module';
import { inRoot } from '../../../scripts/lib/root.mjs';

const require = createRequire(
  inRoot('plugins/autonomy-backend/src/evaluation/index.ts'),
);
const createKnex = require('knex');
const { createStores } = require('../__testUtils__/createStores.ts');
const { Outbox } = require('../announcements/index.ts');
const { DatabaseClock } = require('../database/index.ts');
const { fixedPolicies, loadPolicy } = require('../scorecards/index.ts');
const { createEvaluation } = require('./createEvaluation.ts');
const { noTelemetry } = require('./EvaluationTelemetry.ts');

const say = level => (text, meta) =>
  process.stderr.write(`${level}: ${text} ${meta?.stack ?? ''}\n`);

/** Those of a backend that is told nothing of them, so that its results pass for one's own. */
const SETTINGS = { boards: [], scope: { kind: 'Component' } };

/**
 * @param options.connection - string or object
 * @param options.policyFiles - on top of the built-in ones
 * @param options.clock - that of the database unless told
 */
export async function createHeart({
  connection,
  policyFiles = [],
  ...options
}) {
  const knex = createKnex({
    client: 'pg',
    connection,
    pool: { min: 0, max: 4 },
  });
  const clock = options.clock ?? DatabaseClock.create({ knex });
  const policy = await loadPolicy(policyFiles);
  const stores = createStores({ knex, policy });
  const evaluation = createEvaluation({
    ...stores,
    clock,
    isFlooded: () => false,
    knex,
    logger: { debug() {}, info() {}, warn: say('warn'), error: say('error') },
    outbox: Outbox.create({ knex }),
    policies: fixedPolicies(policy),
    readersOn: stores.storesOn,
    settings: SETTINGS,
    telemetry: noTelemetry,
  });
  return { ...stores, clock, evaluation, knex, policy };
}

/** Anything else of the sources, by its path from the folder `evaluation`. */
export { require as requireSource };
