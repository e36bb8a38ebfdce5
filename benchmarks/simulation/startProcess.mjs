import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { inRoot } from '../../scripts/lib/root.mjs';
import { DATABASE } from '../../tests/resilience/lib/backend.mjs';

/**
 * A process that does one task when told to, see simulationProcess.mjs.
 *
 * @returns `run`, which resolves to what comes of the task; `stop`
 */
export async function startProcess({ password, port }) {
  const child = spawn(
    process.execPath,
    [
      '--require',
      '@backstage/cli-node/config/nodeTransform.cjs',
      path.join(import.meta.dirname, 'simulationProcess.mjs'),
      `postgresql://postgres:${password}@127.0.0.1:${port}/${DATABASE}`,
    ],
    {
      cwd: inRoot(),
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  const gone = once(child, 'exit');
  const answer = () =>
    new Promise((resolve, reject) => {
      gone.then(() => reject(new Error('the process ended')));
      // The transform sends messages of its own.
      child.on('message', ({ error, result }) => {
        if (error) reject(new Error(error));
        if (result) resolve(result);
      });
    });
  await answer();
  return {
    run(task, options) {
      child.send({ task, options });
      return answer();
    },
    async stop() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
