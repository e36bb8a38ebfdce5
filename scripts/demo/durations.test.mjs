import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDuration, resolveInstants } from './durations.mjs';

const MINUTE = 60_000;
const anchor = Date.parse('2026-03-01T12:00:00Z');

test('exact durations have a length, with a sign', () => {
  assert.equal(parseDuration('PT5M'), 5 * MINUTE);
  assert.equal(parseDuration('-PT5M'), -5 * MINUTE);
  assert.equal(parseDuration('-P3DT4H'), -(3 * 24 + 4) * 60 * MINUTE);
  assert.equal(parseDuration('P2W'), 14 * 24 * 60 * MINUTE);
});

test('months, years, empty ones and other text are no durations', () => {
  for (const text of ['P1M', 'P1Y', 'P', 'PT', '-', '2026-01-01', '']) {
    assert.equal(parseDuration(text), undefined, text);
  }
});

test('instants count from the anchor, at any depth', () => {
  assert.deepEqual(
    resolveInstants(
      {
        startedAt: '-P1D',
        from: 'PT0S',
        review: { actions: [{ closedAt: 'PT1H' }] },
      },
      anchor,
    ),
    {
      startedAt: '2026-02-28T12:00:00.000Z',
      from: '2026-03-01T12:00:00.000Z',
      review: { actions: [{ closedAt: '2026-03-01T13:00:00.000Z' }] },
    },
  );
});

test('what is no instant stays as it is', () => {
  const item = {
    ttl: 'P7D',
    startedAt: '2026-01-01T00:00:00Z',
    what: '-P1D',
    format: 'P1D',
    count: 3,
    gone: null,
  };
  assert.deepEqual(resolveInstants(item, anchor), item);
});
