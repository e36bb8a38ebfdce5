import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { inRoot } from '../../../scripts/lib/root.mjs';

/**
 * A process that does parts of the suite's work when told to, see runnerProcess.mjs.
 *
 * @param options.user - the role of PostgreSQL, by which its statements are known
 * @returns `pid`, `run(task, options)` and `stop`
 */
export async function startRunner({ connectionString, defer, size }) {
  const child = spawn(
    process.execPath,
    [
      '--expose-gc',
      '--require',
      '@backstage/cli-node/config/nodeTransform.cjs',
      path.join(import.meta.dirname, 'runnerProcess.mjs'),
      connectionString,
      String(size),
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
  const answer = () =>
    new Promise((resolve, reject) => {
      child.once('exit', () => reject(new Error('the runner ended')));
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
