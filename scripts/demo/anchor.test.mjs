import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { readAnchor, staleHint } from './anchor.mjs';

const DAY = 86_400_000;
const now = Date.parse('2026-03-01T12:00:00Z');
let folder;
let file;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'anchor-'));
  file = path.join(folder, 'anchor.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the first instant stays', () => {
  assert.equal(readAnchor(file, now), now);
  assert.equal(readAnchor(file, now + DAY), now);
  assert.deepEqual(readdirSync(folder), ['anchor.json']);
});

test('a file that holds no instant is an error, not a new story', () => {
  writeFileSync(file, '{');
  assert.throws(() => readAnchor(file, now), /anchor\.json/);
});

test('old sample data is said to be old', () => {
  assert.equal(staleHint(now, now + 5 * DAY), undefined);
  assert.match(staleHint(now, now + 6 * DAY), /6 days old.*--fresh/);
});
