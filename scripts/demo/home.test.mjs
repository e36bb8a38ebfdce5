import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { discardHalfCatalog, markCatalogFilled } from './home.mjs';

test('a catalog is kept only if the last start filled it', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'home-'));
  const home = {
    database: folder,
    catalogFilled: path.join(folder, 'catalog-filled'),
  };
  const catalog = path.join(folder, 'catalog.sqlite');
  const other = path.join(folder, 'autonomy.sqlite');
  writeFileSync(catalog, '');
  writeFileSync(other, '');

  markCatalogFilled(home);
  discardHalfCatalog(home);
  assert.ok(existsSync(catalog));

  discardHalfCatalog(home);
  assert.ok(!existsSync(catalog));
  assert.ok(existsSync(other));
  rmSync(folder, { recursive: true });
});
