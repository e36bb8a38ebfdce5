import type { CollectedFacts } from '../model';
import { latestFacts } from './latestFacts';

function document(collectedAt: number, met: boolean): CollectedFacts {
  return { collector: 'slo', values: { met }, collectedAt, ttl: 10 };
}

describe('latestFacts', () => {
  it('keeps the latest document of each collector, whatever the order', () => {
    const other = { ...document(5, true), collector: 'ci' };
    const all = [document(1, true), document(3, false), document(2, true)];
    for (const facts of [[...all, other], [other, ...all].reverse()]) {
      const latest = latestFacts(facts);
      expect(latest.get('slo')).toBe(all[1]);
      expect(latest.get('ci')).toBe(other);
      expect(latest.size).toBe(2);
    }
  });

  it('takes the newer news of two of one instant', () => {
    const older = { ...document(3, true), since: 1 };
    const newer = { ...document(3, false), since: 2 };
    for (const two of [
      [older, newer],
      [newer, older],
    ]) {
      expect(latestFacts(two).get('slo')).toBe(newer);
    }
  });

  it('always takes the same of two of one instant', () => {
    const two = [document(1, true), document(1, false)];
    expect(latestFacts(two).get('slo')).toEqual(
      latestFacts([...two].reverse()).get('slo'),
    );
  });
});
