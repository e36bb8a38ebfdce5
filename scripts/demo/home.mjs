import {
  existsSync,
  globSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { Failure } from '../lib/console.mjs';
import { freeMigrations, takeLock } from './locks.mjs';

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
    clock: path.join(folder, 'clock'),
    log: path.join(folder, 'backend.log'),
    catalogFilled: path.join(folder, 'catalog-filled'),
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
    for (const owned of [home.anchor, home.clock, home.log, discarded]) {
      rmSync(owned, { recursive: true, force: true });
    }
  }
  mkdirSync(home.database, { recursive: true });
  discardHalfCatalog(home);
  freeMigrations(home.database);
  return home;
}

/**
 * A catalog that is killed between processing an entity and showing it never shows it, because the
 * entity does not change any more. The sample's is made of files, so it starts over.
 */
export function discardHalfCatalog({ database, catalogFilled }) {
  if (!existsSync(catalogFilled)) {
    for (const name of globSync('catalog.sqlite*', { cwd: database })) {
      rmSync(path.join(database, name));
    }
  }
  rmSync(catalogFilled, { force: true });
}

/** Says that the catalog of this start is whole. */
export function markCatalogFilled({ catalogFilled }) {
  writeFileSync(catalogFilled, '');
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
