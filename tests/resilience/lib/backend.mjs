import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
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
 * @param options.databasePrefix - of the names of the databases; the usual one unless told
 * @param options.components - how many the catalog has
 * @param options.environment - variables of the process, see backendProcess.mjs
 * @param options.nodeOptions - of Node, such as `--cpu-prof`
 */
export async function createBackend(options) {
  const { autonomy, components, defer, folder, name } = options;
  const { environment = {}, nodeOptions = [] } = options;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const token = randomBytes(24).toString('hex');
  const configFile = path.join(folder, `${name}.json`);
  const logFile = path.join(folder, `${name}.log`);
  writeFileSync(
    configFile,
    JSON.stringify(configOf({ ...options, autonomy, port, token, url })),
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

  function launch(waits) {
    child = spawn(
      process.execPath,
      [
        '--expose-gc',
        ...nodeOptions,
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
          ...(waits && { TEST_WAITS_FOR_GO: 'yes' }),
          ...environment,
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

  /** What the process says of itself. */
  const ask = what =>
    new Promise(resolve => {
      const listen = message => {
        if (message[what]) {
          child.off('message', listen);
          resolve(message[what]);
        }
      };
      child.on('message', listen);
      child.send({ ask: what });
    });

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
    /** Sends a signal that does not end it, such as SIGSTOP. */
    signal: name => child.kill(name),
    /**
     * Resolves when it answers.
     *
     * @param together - resolves when all that are to start at once may
     */
    async start(together) {
      launch(Boolean(together));
      const mine = child;
      if (together) {
        await once(mine, 'message');
        await together();
        mine.send({ go: true });
      }
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
    memory: () => ask('memory'),
    /** How long its event loop kept others waiting since it was asked last, in milliseconds. */
    eventLoop: () => ask('eventLoop'),
    /** Samples what it does, see profiler.mjs. */
    startProfile: () => ask('startProfile'),
    stopProfile: () => ask('stopProfile'),
  };
}

const lastLines = file =>
  readFileSync(file, 'utf8').split('\n').slice(-20).join('\n');

function configOf(options) {
  const { autonomy, databasePort, databasePrefix, name } = options;
  const { port, token, url } = options;
  return {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { host: '127.0.0.1', port },
      database: {
        client: 'pg',
        ...(databasePrefix && { prefix: databasePrefix }),
        connection: {
          host: '127.0.0.1',
          port: databasePort,
          user: 'postgres',
          password: 'postgres',
          // By which its sessions are known to PostgreSQL.
          application_name: name,
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
