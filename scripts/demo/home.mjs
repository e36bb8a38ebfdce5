import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';
import { Failure } from '../lib/console.mjs';
import { inRoot } from '../lib/root.mjs';

/**
 * The folder that holds everything a demo keeps.
 *
 * @param folder - created if missing
 * @param fresh - remove what earlier runs left; only files of ours are touched
 * @throws Failure if another demo uses the folder, or if it cannot be written
 */
export function openHome(folder, { fresh }) {
  const home = {
    folder,
    database: path.join(folder, 'db'),
    anchor: path.join(folder, 'anchor.json'),
    log: path.join(folder, 'backend.log'),
  };
  try {
    mkdirSync(home.database, { recursive: true });
    takeLock(path.join(folder, 'lock'));
  } catch (error) {
    throw new Failure(
      error.code === 'SQLITE_BUSY'
        ? `Another demo uses ${folder}. Stop it, or choose another folder: ./run demo --home DIR`
        : `${folder} cannot be used: ${error.message}`,
    );
  }
  const discarded = path.join(folder, 'db.discarded');
  rmSync(discarded, { recursive: true, force: true });
  if (fresh) {
    // Moved as a whole first: half a database is worse than none.
    if (existsSync(home.database)) {
      renameSync(home.database, discarded);
    }
    for (const owned of [home.anchor, home.log, discarded]) {
      rmSync(owned, { recursive: true, force: true });
    }
  }
  mkdirSync(home.database, { recursive: true });
  return home;
}

/** SQLite's own lock of a file: it ends with the process, however that dies. */
function takeLock(file) {
  const require = createRequire(inRoot('packages/backend/package.json'));
  const Database = require('better-sqlite3');
  const database = new Database(file, { timeout: 0 });
  database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  // Who is referred to is not collected, and so does not let go of its lock.
  process.once('exit', () => database.close());
}

/** @throws Failure if something else listens on the port already */
export async function assertPortFree(port) {
  await new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', error =>
      reject(
        new Failure(
          error.code === 'EADDRINUSE'
            ? `Port ${port} is taken. Stop what listens there, or choose another: ./run demo --port N`
            : `Port ${port} cannot be used: ${error.message}`,
        ),
      ),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(resolve));
  });
}
