import type { PlanState } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { loadPolicy } from '../../scorecards';
import type { ChecksById } from './EntityChecks';
import {
  assertMovable,
  assertSame,
  assertTimeLeft,
  contentOf,
  latestEnd,
  unmetCriteria,
} from './planRules';
import { boundsOf, decidingBoard, lapseOf, policyOf } from './policyOf';
import type { StoredPlan } from './types';

const DAY = 86_400_000;
const NOW = Date.parse('2026-06-01T00:00:00Z');

const plan: StoredPlan = {
  id: 'p',
  entityRef: 'component:default/checkout',
  title: 'Earn it back',
  reason: 'It was down for long',
  approach: 'targeted-guardrails',
  areas: ['operations'],
  cap: 2,
  criteria: ['alerts', 'gone'],
  incidents: [],
  startsAt: NOW,
  endsAt: NOW + 60 * DAY,
  reviewAt: NOW + 20 * DAY,
  openedBy: 'user:default/ann',
  openedAs: 'team',
  openedAt: NOW,
  revision: 1,
};
const standing = (state: PlanState, rest: Partial<StoredPlan> = {}) => ({
  ...plan,
  criteria: ['alerts'],
  state,
  ...rest,
});
const checks = (state: 'exempt' | 'fail' | 'pass'): ChecksById =>
  new Map([['alerts', { title: 'Alerts reach somebody', state }]]);

describe('what a board can do with a plan', () => {
  it.each<PlanState>(['draft', 'withdrawn', 'completed', 'lifted', 'lapsed'])(
    'is nothing where it is %s',
    state => {
      for (const change of ['lift', 'extend', 'complete'] as const) {
        expect(() =>
          assertMovable(standing(state), change, checks('pass')),
        ).toThrow(`The plan p is not in force: it is ${state}`);
      }
    },
  );

  it('is to complete it when it runs and all is met', () => {
    const complete = (found: ReturnType<typeof standing>, known?: ChecksById) =>
      assertMovable(found, 'complete', known);
    complete(standing('active'), checks('pass'));
    expect(() => complete(standing('active'), checks('fail'))).toThrow(
      'not met yet: Alerts reach somebody',
    );
    // To be exempt is not to meet it.
    expect(() => complete(standing('active'), checks('exempt'))).toThrow(
      'not met yet',
    );
    expect(() => complete(standing('active'))).toThrow('not met yet: alerts');
    expect(() => complete(standing('planned'), checks('pass'))).toThrow(
      'nothing is completed before',
    );
    expect(() => complete(standing('active', { criteria: [] }))).toThrow(
      'it has no criteria; it can be lifted',
    );
  });

  it('is to extend it once', () => {
    assertMovable(standing('active'), 'extend', undefined);
    assertMovable(standing('planned'), 'extend', undefined);
    const extended = standing('active', {
      extendedAt: NOW,
      extendedTo: NOW + 70 * DAY,
    });
    expect(() => assertMovable(extended, 'extend', undefined)).toThrow(
      'was extended already, to 2026-08-10T00:00:00.000Z; a plan is extended once',
    );
    assertMovable(extended, 'lift', undefined);
  });
});

describe('a plan', () => {
  it('names what is not met by its title, as far as it is known', () => {
    expect(unmetCriteria(plan, checks('pass'))).toEqual(['gone']);
    expect(unmetCriteria(plan, checks('fail'))).toEqual([
      'Alerts reach somebody',
      'gone',
    ]);
  });

  it('is signed while a week of it is left', () => {
    assertTimeLeft(plan, plan.endsAt - 7 * DAY);
    expect(() => assertTimeLeft(plan, plan.endsAt - 7 * DAY + 1)).toThrow(
      'Less than 7 days would be left of the plan p, which ends 2026-07-31T00:00:00.000Z',
    );
  });

  it('is what the board was asked about, or another one', () => {
    const asked = contentOf('p', plan);
    assertSame(plan, JSON.parse(JSON.stringify(asked)));
    assertSame({ ...plan, cap: undefined }, { ...asked, cap: undefined });
    for (const change of [
      { cap: undefined },
      { areas: ['budget'] },
      { endsAt: NOW },
    ]) {
      expect(() => assertSame({ ...plan, ...change }, asked)).toThrow(
        'was changed since the board was asked',
      );
    }
  });
});

describe('the policy', () => {
  it('bounds plans', async () => {
    const { policy } = await loadPolicy([]);
    expect(latestEnd(plan, policy)).toBe(NOW + 150 * DAY);
    expect(latestEnd({ ...plan, approach: 'full-restriction' }, policy)).toBe(
      NOW + 60 * DAY,
    );
    expect(lapseOf(policy, 'plan', NOW, NOW + 90 * DAY)).toBe(NOW + 30 * DAY);
    expect(lapseOf(policy, 'plan', NOW, NOW + DAY)).toBe(NOW + DAY);
    expect(lapseOf(policy, 'promotion', NOW, NOW + DAY)).toBe(NOW + DAY);
    // What is advised where it is not safe to speak up can be drafted.
    expect(boundsOf(policy).plans).toMatchObject({
      'full-restriction': { cap: 1 },
      'targeted-guardrails': { cap: 3, maxDuration: 90 * DAY },
    });
    expect(boundsOf(policy).plans['collaborative-reset'].cap).toBeUndefined();
  });

  it('says which board decides', async () => {
    const compiled = await loadPolicy([]);
    const policy = policyOf({}, compiled);
    const own = { boardRef: 'group:default/own' };
    const centre = 'group:default/centre';
    expect(decidingBoard(own, ['operations'], policy, centre)).toEqual({
      ...own,
      isCentral: false,
    });
    expect(decidingBoard({}, ['operations'], policy, centre)).toEqual({
      boardRef: centre,
      isCentral: false,
    });
    expect(
      decidingBoard(own, ['operations', 'security'], policy, centre),
    ).toEqual({ boardRef: centre, isCentral: true });
    expect(
      decidingBoard(own, ['security'], policy, undefined).boardRef,
    ).toBeUndefined();
  });
});
