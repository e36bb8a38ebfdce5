import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { inRoot } from '../../../scripts/lib/root.mjs';
import { DATABASE } from '../../../tests/resilience/lib/backend.mjs';
import { policyFilesOf } from '../data/policyFiles.mjs';

/** The role by which its statements are known. */
export const RUNNER = 'runner';

/**
 * A process that does parts of the suite's work when told to, see runnerProcess.mjs.
 *
 * @returns its `pid`; `run`, which does a task and resolves to what comes of it; `stop`
 */
export async function startRunner(options) {
  const { components, defer, postgres } = options;
  const { password, port } = postgres;
  const child = spawn(
    process.execPath,
    [
      '--require',
      '@backstage/cli-node/config/nodeTransform.cjs',
      path.join(import.meta.dirname, 'runnerProcess.mjs'),
      `postgresql://${RUNNER}:${password}@127.0.0.1:${port}/${DATABASE}`,
      String(components),
      ...policyFilesOf(options),
    ],
    {
      cwd: inRoot(),
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  const gone = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGKILL');
    await gone;
  };
  defer(stop);
  let fail = () => {};
  gone.then(() => fail(new Error('the runner ended')));
  const answer = () =>
    new Promise((resolve, reject) => {
      fail = reject;
      // The transform sends messages of its own.
      const listen = ({ error, result }) => {
        if (error) reject(new Error(error));
        if (result) resolve(result);
        if (error || result) child.off('message', listen);
      };
      child.on('message', listen);
    });
  await answer();
  return {
    pid: child.pid,
    stop,
    run(task, options) {
      child.send({ task, options });
      return answer();
    },
  };
}
