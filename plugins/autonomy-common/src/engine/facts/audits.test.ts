import { audit } from '../../__fixtures__/records';
import { DAY, daysAgo, NOW } from '../../__fixtures__/time';
import { Horizon } from '../time';
import { auditFacts } from './audits';

const agreed = { deployment: 4 } as const;
const held = (heldDaysAgo: number, isAgreed = true, i = 0) =>
  audit({ heldDaysAgo, agreed: isAgreed ? agreed : undefined }, i);
const iso = (instant: number) => new Date(instant).toISOString();

describe('auditFacts', () => {
  it('tell when team and board last agreed, in whatever order the audits come', () => {
    const audits = [held(200, true, 1), held(20, true, 2), held(90, true, 3)];
    const facts = { agreedAt: iso(daysAgo(20)) };
    expect(auditFacts(audits, new Horizon(NOW))).toEqual(facts);
    expect(auditFacts([...audits].reverse(), new Horizon(NOW))).toEqual(facts);
  });

  it.each([
    ['without an audit', []],
    ['where only ratings are there', [held(20, false)]],
  ])('tell nothing %s', (_, audits) => {
    const horizon = new Horizon(NOW);
    expect(auditFacts(audits, horizon)).toEqual({});
    expect(horizon.nextChangeAt).toBeUndefined();
  });

  it('do not tell of later ratings, nor of an agreement before its time, and announce it', () => {
    const audits = [held(30), held(5, false, 1), held(-3, true, 2)];
    const horizon = new Horizon(NOW);
    expect(auditFacts(audits, horizon)).toEqual({ agreedAt: iso(daysAgo(30)) });
    expect(horizon.nextChangeAt).toBe(NOW + 3 * DAY);
    expect(auditFacts(audits, new Horizon(NOW + 3 * DAY))).toEqual({
      agreedAt: iso(NOW + 3 * DAY),
    });
  });

  it('count an agreement that names no area, for they agreed all the same', () => {
    const empty = audit({ heldDaysAgo: 1, agreed: {} }, 0);
    expect(auditFacts([empty], new Horizon(NOW))).toEqual({
      agreedAt: iso(daysAgo(1)),
    });
  });
});
