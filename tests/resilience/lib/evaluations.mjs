import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { inRoot } from '../../../scripts/lib/root.mjs';
import { DATABASE } from './backend.mjs';
import { until } from './intake.mjs';
import { progress } from './runTest.mjs';

const CONVERGE_WITHIN_SECONDS = 60;

/**
 * Whether the stored evaluations are what comes of the stored evidence; see recompute.mjs.
 *
 * First as they are, then after each was written again: what says the same but for the clock is not
 * written otherwise, and would not show the same bytes.
 */
export async function checkEvaluations({ checks, components, postgres }) {
  const { expect } = checks;
  const found = await convergence(postgres);
  expect(
    found.evaluations === components && !found.different.length,
    `${found.different.length} of ${found.evaluations} evaluations are not what the evidence says`,
  );
  await writeAgain(postgres);
  const rewritten = await convergence(postgres);
  expect(
    rewritten.equal === components,
    `${rewritten.equal} of ${components} evaluations have the bytes of a recomputation`,
  );
  return {
    evaluations: found.evaluations,
    evaluationsDifferent: found.different.length,
    evaluationsByteEqual: rewritten.equal,
  };
}

/** What the evidence says is known once nothing waits any more; trust grows meanwhile. */
async function convergence(postgres) {
  let outcome;
  await untilNothingWaits(postgres);
  await until(CONVERGE_WITHIN_SECONDS, '', async () => {
    outcome = await recompute(postgres);
    return outcome.different.length === 0;
  }).catch(() => progress(`different: ${outcome.different.slice(0, 5)}`));
  return outcome;
}

/** Resolves when every entity is evaluated as of all that is known of it. */
export async function untilNothingWaits(
  postgres,
  limitSeconds = CONVERGE_WITHIN_SECONDS,
) {
  await until(limitSeconds, 'entities wait for evaluation', async () => {
    const [{ count }] = await postgres.query(
      DATABASE,
      'select count(*)::int as count from evaluation_queue where version > evaluated_version',
    );
    return count === 0;
  });
}

async function recompute({ password, port }) {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      '--require',
      '@backstage/cli-node/config/nodeTransform.cjs',
      path.join(import.meta.dirname, 'recompute.mjs'),
      `postgresql://postgres:${password}@127.0.0.1:${port}/${DATABASE}`,
    ],
    { cwd: inRoot(), maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(stdout);
}

/** Whatever comes of it is written. */
async function writeAgain(postgres) {
  await postgres.query(DATABASE, "update evaluations set body_hash = ''");
  await markAll(postgres);
  await untilNothingWaits(postgres);
}

/** As if the evidence of all entities had changed. */
export async function markAll(postgres) {
  await postgres.query(
    DATABASE,
    `update evaluation_queue set version = version + 1, due_at = $1, asked_at = $1`,
    [Date.now()],
  );
}
