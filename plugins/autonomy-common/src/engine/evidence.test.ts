import { defaultPolicy } from '../__fixtures__/defaults';
import { DAY, daysAgo, NOW } from '../__fixtures__/time';
import { FactContext } from './checks';
import { evidenceState } from './evidence';
import { Horizon } from './time';

const { policy } = defaultPolicy();

describe('evidenceState', () => {
  it('tells of the latest document of each collector, in order of their names', () => {
    const document = (collector: string, days: number) => ({
      collector,
      values: {},
      collectedAt: daysAgo(days),
      ttl: DAY,
    });
    const context = FactContext.create(
      [document('slo', 3), document('slo', 1), document('ci', 0)],
      new Horizon(NOW),
    );
    context.addDerived('incidents', { open: 0 });
    expect(evidenceState(context, [], policy).collectors).toEqual([
      { collector: 'ci', collectedAt: NOW, ttl: DAY, state: 'fresh' },
      { collector: 'slo', collectedAt: daysAgo(1), ttl: DAY, state: 'stale' },
    ]);
  });
});
