import { DAY, NOW } from '../../__fixtures__/time';
import { Horizon } from '../time';
import { documents } from './__testUtils__/checkSubject';
import { compiledCheck } from './__testUtils__/compiledCheck';
import { FactContext } from './FactContext';

const facts = { ci: { shared: true }, slo: { rate: 0.9 }, old: { x: 1 } };

function contextOf(
  ageDays: Record<string, number> = { slo: 1.5, old: 2 },
  horizon = new Horizon(NOW),
) {
  return FactContext.create(documents({ facts, ageDays }), horizon);
}

const path = (name: string) => ({ path: name, segments: name.split('.') });

describe('FactContext', () => {
  it('offers what is not expired, and apart what is fresh', () => {
    const context = contextOf();
    expect(context.usable).toEqual({ ci: facts.ci, slo: facts.slo });
    expect(context.fresh).toEqual({ ci: facts.ci });
    context.addDerived('incidents', { open: 0 });
    expect(context.fresh).toEqual({ ci: facts.ci, incidents: { open: 0 } });
  });

  it('tells how each fact is known', () => {
    const context = contextOf();
    context.addDerived('incidents', { open: 0 });
    expect(context.read(path('ci.shared'))).toEqual({
      path: 'ci.shared',
      value: true,
      state: 'fresh',
      collectedAt: NOW,
    });
    expect(context.read(path('slo.rate')).state).toBe('stale');
    expect(context.read(path('old.x'))).toMatchObject({
      value: 1,
      state: 'expired',
    });
    expect(context.read(path('slo.none')).state).toBe('missing');
    expect(context.read(path('none.at.all')).state).toBe('missing');
    expect(context.read(path('incidents.open'))).toEqual({
      path: 'incidents.open',
      value: 0,
      state: 'fresh',
    });
  });

  it('takes a collector by its name, whatever that is', () => {
    const named = [
      {
        collector: '__proto__',
        values: { slo: { met: true } },
        collectedAt: NOW,
        ttl: 9,
      },
    ];
    const context = FactContext.create(named, new Horizon(NOW));
    expect(context.usable.slo).toBeUndefined();
    expect(context.read(path('slo.met')).state).toBe('missing');
  });

  it('remembers who reported, however long ago', () => {
    const context = contextOf({ old: 300 });
    expect(context.hasReported('old')).toBe(true);
    expect(context.hasReported('constructor')).toBe(false);
  });

  it('knows when the next fact goes stale or is lost', () => {
    const next = (ageDays: Record<string, number>) => {
      const horizon = new Horizon(NOW);
      contextOf(ageDays, horizon);
      return (horizon.nextChangeAt! - NOW) / DAY;
    };
    expect(next({})).toBe(1);
    expect(next({ slo: 0.25 })).toBe(0.75);
    expect(next({ slo: 1.5 })).toBe(0.5);
  });

  it('determines once whether a check applies', () => {
    const context = contextOf();
    const check = compiledCheck({ when: 'catalog.tier == 1' });
    expect(context.applicabilityOf(check)).toBe('unknown');
    context.addDerived('catalog', { tier: 1 });
    expect(context.applicabilityOf(check)).toBe('unknown');
  });
});
