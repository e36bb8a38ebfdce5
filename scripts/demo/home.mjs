import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { Failure } from '../lib/console.mjs';

/**
 * The folder that holds everything a demo keeps.
 *
 * @param folder - created if missing
 * @param fresh - remove what earlier runs left; only files of ours are touched
 */
export function openHome(folder, { fresh }) {
  const home = {
    folder,
    database: path.join(folder, 'db'),
    anchor: path.join(folder, 'anchor.json'),
    log: path.join(folder, 'backend.log'),
  };
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

/** @throws Failure if something else listens on the port already */
export async function assertPortFree(port) {
  await new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', error =>
      reject(
        new Failure(
          error.code === 'EADDRINUSE'
            ? `Port ${port} is taken. Stop what listens there, or choose another: ./run demo --port ${
                port + 1
              }`
            : `Port ${port} cannot be used: ${error.message}`,
        ),
      ),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(resolve));
  });
}
