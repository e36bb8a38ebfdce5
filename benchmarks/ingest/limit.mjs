import { spawn } from 'node:child_process';
import path from 'node:path';
import { freePort } from '../../scripts/lib/freePort.mjs';

const DATABASE = 'limit_program';

/**
 * Starts the limit program in as many processes as the suite has.
 *
 * @returns `urls`, `pids`, `countStored`, and `reset`, which empties its table
 */
export async function startLimit({ defer, postgres, processes, secret }) {
  await postgres.query('postgres', `create database ${DATABASE}`);
  await postgres.query(
    DATABASE,
    `create table limit_inbox (
       id text primary key, body bytea not null, body_hash text not null, received_at bigint not null)`,
  );
  const { password, port } = postgres;
  const urls = [];
  const pids = [];
  for (let n = 0; n < processes; n++) {
    const own = await freePort();
    const child = spawn(
      process.execPath,
      [
        path.join(import.meta.dirname, 'limitProcess.mjs'),
        String(own),
        `postgresql://postgres:${password}@127.0.0.1:${port}/${DATABASE}`,
        secret,
      ],
      { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
    );
    defer(() => child.kill('SIGKILL'));
    await new Promise((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', () => reject(new Error('the limit does not start')));
    });
    urls.push(`http://127.0.0.1:${own}/`);
    pids.push(child.pid);
  }
  return {
    urls,
    pids,
    async countStored() {
      const [{ count }] = await postgres.query(
        DATABASE,
        'select count(*)::int as count from limit_inbox',
      );
      return count;
    },
    reset: () => postgres.query(DATABASE, 'truncate limit_inbox'),
  };
}
