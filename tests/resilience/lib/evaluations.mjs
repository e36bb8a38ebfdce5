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
export async function checkEvaluations({
  backend,
  checks,
  components,
  postgres,
}) {
  const { expect } = checks;
  const found = await convergence(postgres);
  expect(
    found.evaluations === components && !found.different.length,
    `${found.different.length} of ${found.evaluations} evaluations are not what the evidence says`,
  );
  await writeAgain({ backend, postgres });
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

/** The queue of a process is not seen from outside, so it is asked until it agrees or time is up. */
async function convergence(postgres) {
  let outcome;
  await until(CONVERGE_WITHIN_SECONDS, '', async () => {
    outcome = await recompute(postgres);
    return outcome.different.length === 0;
  }).catch(() => progress(`different: ${outcome.different.slice(0, 5)}`));
  return outcome;
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

/** A start evaluates everything. */
async function writeAgain({ backend, postgres }) {
  await postgres.query(DATABASE, "update evaluations set body_hash = ''");
  await backend.kill();
  await backend.start();
  await until(
    CONVERGE_WITHIN_SECONDS,
    'evaluations are not written again',
    async () => {
      const [{ count }] = await postgres.query(
        DATABASE,
        "select count(*)::int as count from evaluations where body_hash = ''",
      );
      return count === 0;
    },
  );
}
