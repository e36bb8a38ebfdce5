import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportsOf } from './reports.mjs';

const DAY = 86_400_000;
const anchor = Date.parse('2026-03-31T12:00:00Z');
const item = {
  collector: 'pipeline',
  collectedAt: '-P1D',
  facts: { shared: true, testedAt: '-P3D' },
};
const daysAgo = instant => (anchor - Date.parse(instant)) / DAY;
const summary = reports =>
  reports.map(({ collectedAt, facts: { testedAt, ...facts } }) => ({
    at: daysAgo(collectedAt),
    tested: daysAgo(testedAt),
    ...facts,
  }));

test('an item is one report unless it is said to be more', () => {
  assert.deepEqual(summary(reportsOf(item, anchor)), [
    { at: 1, tested: 3, shared: true },
  ]);
});

test('earlier reports come first, and their dates count from their time', () => {
  const reported = { every: 'P10D', for: 'P25D' };
  assert.deepEqual(summary(reportsOf({ ...item, reported }, anchor)), [
    { at: 21, tested: 23, shared: true },
    { at: 11, tested: 13, shared: true },
    { at: 1, tested: 3, shared: true },
  ]);
});

test('what was said formerly ends at its instant, with a report of what is said since', () => {
  const reported = { every: 'P10D', for: 'P25D' };
  const formerly = [
    { until: '-P5D', facts: { shared: false } },
    { until: '-P15D', facts: { testedAt: '-P9D' } },
  ];
  assert.deepEqual(
    summary(reportsOf({ ...item, reported, formerly }, anchor)),
    [
      { at: 21, tested: 29, shared: true },
      { at: 15, tested: 17, shared: false },
      { at: 11, tested: 13, shared: false },
      { at: 5, tested: 7, shared: true },
      { at: 1, tested: 3, shared: true },
    ],
  );
});

test('an item without an instant is left to be refused', () => {
  assert.deepEqual(reportsOf({ n: 1 }, anchor), [{ n: 1 }]);
});
