import { advance } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { goldenCases } from '@aligned-autonomy/backstage-plugin-autonomy-common/testUtils';
import { resultHash } from './resultHash';

/** What follows the clock, and is told by other fields. */
const CLOCK = ['evaluatedAt', 'nextChangeAt', 'asOf', 'months', 'ageFactor'];
/** What the policy says of a check with an id. */
const OF_THE_POLICY = [
  'title',
  'scorecard',
  'role',
  'section',
  'passAt',
  'weight',
  'bounds',
  'description',
  'owner',
  'risk',
  'fix',
];

/** Of the places of a result one is changed in so many. */
const STRIDE = 23;

type Json = Record<string, unknown>;

function isCheck(value: Json): boolean {
  return 'scorecard' in value && 'reads' in value;
}

/** Every place in a result that a reader sees, as the object and the key. */
function* places(value: unknown): Generator<[Json, string]> {
  if (typeof value !== 'object' || value === null) return;
  const object = value as Json;
  for (const [key, inner] of Object.entries(object)) {
    if (isCheck(object) && OF_THE_POLICY.includes(key)) continue;
    if (isReading(object) && key === 'bounds') continue;
    if (typeof inner === 'object') yield* places(inner);
    else if (inner !== undefined) yield [object, key];
  }
}

function isReading(value: Json): boolean {
  return 'path' in value && 'state' in value;
}

function otherThan(value: unknown): unknown {
  if (typeof value === 'number') return value + 2 * 86_400_000;
  return typeof value === 'boolean' ? !value : `${value}x`;
}

describe('resultHash', () => {
  const results = goldenCases().map(({ input, now, policy }) => {
    const { events, state, ...evaluation } = advance(input, policy, now);
    return structuredClone({ evaluation, state });
  });

  it('differs wherever a result does, but for what follows the clock', () => {
    let seen = 0;
    for (const result of results) {
      const before = resultHash(result);
      for (const [object, key] of places(result)) {
        seen += 1;
        // Results are much alike, so that every kind of place has its turn.
        if (seen % STRIDE > 0) continue;
        const value = object[key];
        object[key] = otherThan(value);
        const isSame = resultHash(result) === before;
        object[key] = value;
        if (isSame !== CLOCK.includes(key)) {
          throw new Error(`${key}: ${JSON.stringify(object).slice(0, 200)}`);
        }
      }
      expect(resultHash(result)).toBe(before);
    }
    expect(seen).toBeGreaterThan(1_000 * STRIDE);
  });

  it('is the same while figures move by less than is worth a write', () => {
    const [result] = results;
    const [trust] = result.evaluation.trust;
    const before = resultHash(result);
    trust.value = Math.round(trust.value * 1_000) / 1_000 + 0.0004;
    expect(resultHash(result)).toBe(before);
    trust.value += 0.001;
    expect(resultHash(result)).not.toBe(before);
  });
});
