import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inRoot } from '../lib/root.mjs';

const open = (file, options) => {
  const require = createRequire(inRoot('packages/backend/package.json'));
  const Database = require('better-sqlite3');
  return new Database(file, options);
};

/**
 * Locks a file for as long as this process lives, however it dies.
 *
 * @throws an error with the code SQLITE_BUSY if another process has it
 */
export function takeLock(file) {
  const database = open(file, { timeout: 0 });
  database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  // What is referred to is not collected, and so does not let go of its lock.
  process.once('exit', () => database.close());
}

/**
 * Frees what a killed process had locked for its migrations, which would stop
 * every later start. Only for databases that nobody else uses.
 */
export function freeMigrations(folder) {
  for (const name of globSync('*.sqlite', { cwd: folder })) {
    const database = open(path.join(folder, name));
    const tables = database
      .prepare(
        `select name from sqlite_master where name like '%migrations_lock'`,
      )
      .pluck()
      .all();
    for (const table of tables) {
      database.exec(`update "${table}" set is_locked = 0`);
    }
    database.close();
  }
}
