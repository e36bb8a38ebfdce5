import { defaultPolicy } from '../../__fixtures__/defaults';
import { DAY, NOW } from '../../__fixtures__/time';
import type { Exemption } from '../../model';
import { Horizon } from '../time';
import { exemption } from './__testUtils__/checkSubject';
import { activeExemptions } from './exemptions';

const { policy } = defaultPolicy();
const { maxDuration } = policy.exemptions;

function active(...sketches: Partial<Exemption>[]) {
  const horizon = new Horizon(NOW);
  const exemptions = activeExemptions(sketches.map(exemption), policy, horizon);
  return { shown: exemptions.get('a-check'), next: horizon.nextChangeAt };
}

describe('activeExemptions', () => {
  it('are in force from their start up to their end', () => {
    expect(active({ from: NOW + 1 })).toEqual({
      shown: undefined,
      next: NOW + 1,
    });
    expect(active({ from: NOW }).shown).toBeDefined();
    expect(active({ expiresAt: NOW + 1 })).toMatchObject({
      shown: {},
      next: NOW + 1,
    });
    expect(active({ expiresAt: NOW })).toEqual({
      shown: undefined,
      next: undefined,
    });
  });

  it('end early when revoked, and at the latest after the longest time allowed', () => {
    expect(active({ revokedAt: NOW }).shown).toBeUndefined();
    expect(active({ revokedAt: NOW + 5 }).next).toBe(NOW + 5);
    const long = { from: NOW - maxDuration + DAY, expiresAt: NOW + 500 * DAY };
    expect(active(long)).toMatchObject({
      shown: { expiresAt: NOW + DAY },
      next: NOW + DAY,
    });
    expect(active({ ...long, from: NOW - maxDuration }).shown).toBeUndefined();
  });

  it('never begin when revoked before', () => {
    expect(active({ from: NOW + 10, revokedAt: NOW + 5 })).toEqual({
      shown: undefined,
      next: undefined,
    });
  });

  it('show the one that ends last', () => {
    const short = { id: 'a', expiresAt: NOW + 1 };
    const long = { id: 'c', expiresAt: NOW + 2 };
    const same = { id: 'b', expiresAt: NOW + 2 };
    expect(active(short, long, same).shown?.id).toBe('b');
    expect(active(same, long, short).shown?.id).toBe('b');
  });
});
