import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { inRoot } from '../lib/root.mjs';
import { freeMigrations, takeLock } from './locks.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'locks-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a lock keeps others out until its process is killed', async () => {
  const file = path.join(folder, 'lock');
  const code = `
    import { takeLock } from ${JSON.stringify(
      inRoot('scripts/demo/locks.mjs'),
    )};
    takeLock(process.argv[1]);
    console.log('taken');
    setInterval(() => {}, 1000);
  `;
  const other = spawn(process.execPath, [
    ...['--input-type=module', '--eval', code, file],
  ]);
  await once(other.stdout, 'data');
  assert.throws(() => takeLock(file), { code: 'SQLITE_BUSY' });

  other.kill('SIGKILL');
  await once(other, 'exit');
  takeLock(file);
});

test('migrations that a killed process had locked are free again', () => {
  const require = createRequire(inRoot('packages/backend/package.json'));
  const database = require('better-sqlite3')(path.join(folder, 'a.sqlite'));
  database.exec(`
    create table knex_migrations_lock (is_locked integer);
    insert into knex_migrations_lock values (1);
  `);
  freeMigrations(folder);
  assert.deepEqual(
    database.prepare('select is_locked from knex_migrations_lock').all(),
    [{ is_locked: 0 }],
  );
  database.close();
});
