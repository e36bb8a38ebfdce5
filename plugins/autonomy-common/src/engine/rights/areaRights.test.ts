import { defaultPolicy } from '../../__fixtures__/defaults';
import {
  DAY,
  daysAgo,
  incident,
  NOW,
  type IncidentSketch,
} from '../../__fixtures__/scenario';
import { Horizon } from '../time';
import {
  audit,
  grant,
  guardrail,
  input,
  plan,
} from './__testUtils__/rightInput';
import { areaRights, type RightInput } from '.';

const { policy } = defaultPolicy();

function budgetOf(rightInput: RightInput, now = NOW) {
  const horizon = new Horizon(now);
  const right = areaRights(rightInput, policy, horizon).find(
    ({ area }) => area === 'budget',
  )!;
  return { ...right, nextChangeAt: horizon.nextChangeAt };
}

const failure = (sketch: Partial<IncidentSketch> = {}) =>
  incident({
    severity: 'high',
    startedDaysAgo: 5,
    areas: ['budget'],
    ...sketch,
  });

describe('recommended right', () => {
  it('names what bounds it, with what would lift it', () => {
    const { recommended, effective, caps } = budgetOf(
      input({ accountability: 0.5 }, 0.6),
    );
    expect({ recommended, effective }).toEqual({
      recommended: 3,
      effective: 3,
    });
    expect(caps).toEqual([
      { kind: 'level', right: 4, hard: false, actual: 3, nextAt: 4 },
      {
        kind: 'trust',
        right: 5,
        hard: false,
        actual: 0.6,
        need: 0.75,
      },
      {
        kind: 'accountability',
        right: 3,
        hard: true,
        actual: 0.5,
        need: 1,
        nextAt: expect.closeTo(0.6),
      },
    ]);
  });

  it('follows breached guardrails of the area only, in order of id', () => {
    const guardrails = [
      guardrail('b', { mandatory: true }),
      guardrail('a', { effect: 'stop', cap: 1 }),
      guardrail('c', { effect: 'inform', cap: undefined }),
      guardrail('d', { breached: false }),
      guardrail('e', { areas: ['security'] }),
      guardrail('f', {}),
    ];
    const { recommended, caps } = budgetOf(input({ guardrails }));
    expect(recommended).toBe(1);
    expect(
      caps.slice(3).map(({ ref, right, hard }) => [ref, right, hard]),
    ).toEqual([
      ['a', 1, true],
      ['b', 3, true],
      ['f', 3, false],
    ]);
  });

  it('follows active plans that have a cap', () => {
    const plans = [
      plan(2),
      plan(1, 'draft'),
      plan(undefined),
      plan(1, 'lapsed'),
    ];
    const { recommended, caps } = budgetOf(input({ plans }));
    expect(recommended).toBe(2);
    expect(caps.slice(3)).toMatchObject([
      { kind: 'plan', ref: 'plan-2-active', hard: true },
    ]);
  });

  it('is nothing without asking while a bypass counts, whatever was granted', () => {
    const rightInput = input({ grants: [grant(5)] });
    const trust = rightInput.trust.map(area => ({
      ...area,
      bypasses: [failure({ class: 'bypass' })],
    }));
    expect(budgetOf({ ...rightInput, trust })).toMatchObject({
      recommended: 1,
      effective: 1,
      caps: { 3: { kind: 'bypass', hard: true, ref: 'inc-1' } },
    });
  });
});

describe('a grant', () => {
  it('lifts above soft caps and never above hard ones', () => {
    expect(budgetOf(input({ grants: [grant(5)] }))).toMatchObject({
      recommended: 4,
      effective: 5,
      nextChangeAt: NOW + 20 * DAY,
    });
    expect(
      budgetOf(input({ grants: [grant(5)], plans: [plan(2)] })).effective,
    ).toBe(2);
    expect(
      budgetOf(input({ grants: [grant(5)], accountability: 0.5 })).effective,
    ).toBe(3);
    const soft = guardrail('soft', {});
    expect(
      budgetOf(input({ grants: [grant(5)], guardrails: [soft] })).effective,
    ).toBe(5);
  });

  it('counts from its start until its end, the instant of the end left out', () => {
    const grants = [grant(2)];
    const { from, expiresAt } = grants[0];
    const at = (now: number) => budgetOf(input({ grants }), now);
    expect(at(from - 1)).toMatchObject({ effective: 4, nextChangeAt: from });
    expect(at(from).effective).toBe(2);
    expect(at(expiresAt - 1)).toMatchObject({
      effective: 2,
      nextChangeAt: expiresAt,
    });
    expect(at(expiresAt)).toMatchObject({ effective: 4, grant: undefined });
    expect(at(expiresAt).nextChangeAt).toBeUndefined();
  });

  it('ends when the board revokes it', () => {
    const revoked = grant(5, { revokedAt: daysAgo(1) });
    expect(budgetOf(input({ grants: [revoked] })).effective).toBe(4);
    const soon = grant(5, { revokedAt: NOW + DAY });
    expect(budgetOf(input({ grants: [soon] }))).toMatchObject({
      effective: 5,
      grant: { expiresAt: NOW + DAY },
      nextChangeAt: NOW + DAY,
    });
  });

  it('above what is recommended ends after the longest time allowed, one below does not', () => {
    const long = { from: daysAgo(90), expiresAt: NOW + 100 * DAY };
    expect(budgetOf(input({ grants: [grant(5, long)] })).effective).toBe(4);
    expect(
      budgetOf(input({ grants: [grant(5, long)] }), NOW - 1),
    ).toMatchObject({ effective: 5, nextChangeAt: NOW });
    expect(budgetOf(input({ grants: [grant(2, long)] })).effective).toBe(2);
  });

  it('that began last counts, whatever the order', () => {
    const grants = [
      grant(2, { id: 'old', from: daysAgo(30) }),
      grant(3, { id: 'a', from: daysAgo(3) }),
      grant(5, { id: 'b', from: daysAgo(3) }),
      grant(1, { id: 'elsewhere', area: 'security', from: daysAgo(1) }),
    ];
    for (const order of [grants, [...grants].reverse()]) {
      expect(budgetOf(input({ grants: order })).grant?.id).toBe('b');
    }
  });
});

describe('a trial', () => {
  const grants = [grant(5, { trial: { failsFrom: 'medium' } })];

  it.each<[string, Partial<IncidentSketch>, boolean]>([
    ['as severe as it names', { severity: 'medium' }, true],
    ['less severe', { severity: 'low' }, false],
    ['in another area', { areas: ['security'] }, false],
    ['before it began', { startedDaysAgo: 10.01 }, false],
    ['as it began', { startedDaysAgo: 10 }, true],
    ['caused by somebody else', { causedBy: 'external' }, false],
  ])('with an incident %s', (_, sketch, failed) => {
    const incidents = [failure(sketch)];
    expect(budgetOf(input({ grants, incidents }))).toMatchObject({
      effective: failed ? 4 : 5,
      grant: { trial: true, failed: failed || undefined },
    });
  });

  it('in the default area fails by an incident in areas that are no more', () => {
    const incidents = [failure({ areas: ['gone'] })];
    const inOperations = areaRights(
      input({ grants: [{ ...grants[0], area: 'operations' }], incidents }),
      policy,
      new Horizon(NOW),
    ).find(({ area }) => area === 'operations');
    expect(inOperations?.grant?.failed).toBe(true);
  });

  it('below what is recommended still bounds when it has failed', () => {
    const below = [grant(2, { trial: { failsFrom: 'low' } })];
    expect(
      budgetOf(input({ grants: below, incidents: [failure()] })).effective,
    ).toBe(2);
  });
});

describe('mismatch', () => {
  it('is unknown where nobody said what the team decides', () => {
    expect(budgetOf(input()).mismatch).toBeUndefined();
    const audits = [audit('a', { team: { security: 5 } })];
    expect(budgetOf(input({ audits })).mismatch).toBeUndefined();
  });

  it('takes a grant, else what was agreed, else what the team claims', () => {
    const audits = [
      audit('claimed', { heldAt: daysAgo(2), team: { budget: 5 } }),
      audit('agreed', { heldAt: daysAgo(50), agreed: { budget: 2 } }),
      audit('older', { heldAt: daysAgo(60), agreed: { budget: 1 } }),
    ];
    expect(budgetOf(input({ audits, grants: [grant(4)] })).mismatch).toEqual({
      actual: 4,
      source: 'grant',
      difference: 0,
    });
    expect(budgetOf(input({ audits })).mismatch).toEqual({
      actual: 2,
      source: 'agreed',
      difference: -2,
      priority: 4,
    });
    expect(budgetOf(input({ audits: [audits[0]] })).mismatch).toEqual({
      actual: 5,
      source: 'claimed',
      difference: 1,
      priority: expect.closeTo(0.1 * 2 * 1.25),
    });
  });

  it('forgets an audit after its time', () => {
    const audits = [audit('a', { agreed: { budget: 2 } })];
    const end = audits[0].heldAt + 100 * DAY;
    expect(budgetOf(input({ audits })).nextChangeAt).toBe(end);
    expect(budgetOf(input({ audits }), end - 1).mismatch?.actual).toBe(2);
    expect(budgetOf(input({ audits }), end).mismatch).toBeUndefined();
  });

  it('does not take a failed trial for what the team decides', () => {
    const grants = [grant(5, { trial: { failsFrom: 'low' } })];
    const audits = [audit('a', { agreed: { budget: 4 } })];
    expect(
      budgetOf(input({ grants, audits, incidents: [failure()] })).mismatch,
    ).toMatchObject({ actual: 4, source: 'agreed' });
  });

  it.each([
    // At level 1: recommended 3 and 2.
    ['tooling', (1 - 0.5) * 1 * 1.25 * (5 - 3)],
    ['budget', (1 - 0.5) * 2 * 1.25 * (5 - 2)],
  ])('weighs a surplus in %s by what is at stake', (area, priority) => {
    const audits = [audit('a', { agreed: { [area]: 5 } })];
    const right = areaRights(
      input({ audits, level: 1 }, 0.5),
      policy,
      new Horizon(NOW),
    ).find(found => found.area === area);
    expect(right?.mismatch?.priority).toBeCloseTo(priority);
  });
});
