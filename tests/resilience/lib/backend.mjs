import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../../scripts/lib/freePort.mjs';
import { inRoot } from '../../../scripts/lib/root.mjs';

const READY_WITHIN_MS = 120_000;

/** Where the suite keeps its tables. */
export const DATABASE = 'backstage_plugin_autonomy';

/**
 * A backend as a process that can be killed and started again on the same port.
 *
 * @param options.autonomy - the configuration of the suite
 * @param options.databasePort - of PostgreSQL, or of a proxy before it
 * @param options.components - how many the catalog has
 */
export async function createBackend(options) {
  const { autonomy, components, databasePort, defer, folder, name } = options;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const token = randomBytes(24).toString('hex');
  const configFile = path.join(folder, `${name}.json`);
  const logFile = path.join(folder, `${name}.log`);
  writeFileSync(
    configFile,
    JSON.stringify(configOf({ autonomy, databasePort, port, token, url })),
  );
  const log = createWriteStream(logFile, { flags: 'a' });
  const unhandled = [];
  let child;
  let exits = 0;
  let isReady = false;

  const send = (pathname, init = {}) =>
    fetch(`${url}${pathname}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, ...init.headers },
    });

  function launch() {
    child = spawn(
      process.execPath,
      [
        '--expose-gc',
        '--require',
        '@backstage/cli-node/config/nodeTransform.cjs',
        path.join(import.meta.dirname, 'backendProcess.mjs'),
        '--config',
        configFile,
      ],
      {
        cwd: inRoot('packages/backend'),
        env: {
          ...process.env,
          NODE_ENV: 'production',
          TEST_COMPONENTS: String(components),
        },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      },
    );
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    child.on('exit', () => {
      exits += 1;
      isReady = false;
    });
    child.on('message', ({ unhandledRejection }) => {
      if (unhandledRejection) unhandled.push(unhandledRejection);
    });
  }

  async function kill(signal = 'SIGKILL') {
    if (child && child.exitCode === null && child.signalCode === null) {
      const gone = new Promise(resolve => child.once('exit', resolve));
      child.kill(signal);
      await gone;
    }
  }
  defer(async () => {
    await kill();
    log.end();
  });

  return {
    name,
    url,
    port,
    token,
    logFile,
    send,
    kill,
    /** Of everything that the process did not catch. */
    unhandled,
    get exits() {
      return exits;
    },
    get isReady() {
      return isReady;
    },
    get pid() {
      return child?.pid;
    },
    /** Resolves when it answers. */
    async start() {
      launch();
      const mine = child;
      const deadline = Date.now() + READY_WITHIN_MS;
      const isUp = () =>
        fetch(`${url}/.backstage/health/v1/readiness`).then(
          ({ ok }) => ok,
          () => false,
        );
      while (!(await isUp())) {
        if (mine.exitCode !== null || Date.now() > deadline) {
          throw new Error(`${name} does not start:\n${lastLines(logFile)}`);
        }
        if (mine.signalCode !== null) {
          return;
        }
        await sleep(100);
      }
      isReady = true;
    },
    /** What the process takes after its garbage was collected, in bytes. */
    memory: () =>
      new Promise(resolve => {
        const listen = ({ memory }) => {
          if (memory) {
            child.off('message', listen);
            resolve(memory);
          }
        };
        child.on('message', listen);
        child.send({ ask: 'memory' });
      }),
  };
}

const lastLines = file =>
  readFileSync(file, 'utf8').split('\n').slice(-20).join('\n');

function configOf({ autonomy, databasePort, port, token, url }) {
  return {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { host: '127.0.0.1', port },
      database: {
        client: 'pg',
        connection: {
          host: '127.0.0.1',
          port: databasePort,
          user: 'postgres',
          password: 'postgres',
        },
      },
      auth: {
        externalAccess: [
          { type: 'static', options: { subject: 'resilience-test', token } },
        ],
      },
    },
    permission: { enabled: false },
    autonomy: {
      catalog: { sweep: { startupInterval: { milliseconds: 200 } } },
      ...autonomy,
    },
  };
}
