import { DAY, NOW, scenarioInput } from '../../__fixtures__/scenario';
import { policyWith } from '../../__fixtures__/defaults';
import { advance } from '../advance';
import { evaluate } from '../evaluate';

function scorecard(check: string): string {
  return `apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: guardrails, title: Ours }
spec:
  role: guardrails
  checks:
    - ${check}`;
}

function guardrailsOf(check: string, tier: 1 | 3 = 3) {
  const policy = policyWith(scorecard(check));
  return evaluate(scenarioInput({ tier }), policy, NOW).guardrails;
}

describe('guardrails', () => {
  it('weigh as much as the highest of their areas, unless they say otherwise', () => {
    const check =
      '{ id: g, title: G, expression: a.b, areas: [tooling, security] }';
    expect(guardrailsOf(check).guardrails[0].consequence).toBe('high');
    expect(guardrailsOf(check, 1).guardrails[0].consequence).toBe('critical');
    expect(
      guardrailsOf(check.replace('areas', 'consequence: low, areas'))
        .guardrails[0].consequence,
    ).toBe('low');
  });

  it('do not count before they take effect, but are shown', () => {
    const { status, guardrails, announced } = guardrailsOf(
      '{ id: g, title: G, expression: a.b, areas: [tooling], effectiveFrom: 2027-01-01 }',
    );
    expect(status).toBe('none');
    expect(guardrails).toEqual([]);
    expect(announced).toMatchObject([{ id: 'g', state: 'announced' }]);
  });

  describe('clocks', () => {
    const policy = policyWith(
      scorecard('{ id: g, title: G, expression: probe.ok, areas: [tooling] }'),
    );

    /** The guardrail some days on, after its fact changed on some days. */
    function on(day: number, changes: Record<number, boolean | null>) {
      const { state } = advance(at({ 0: true }), policy, NOW);
      const input = { ...at({ 0: true, ...changes }), prior: state };
      return advance(input, policy, NOW + day * DAY);
    }

    function at(days: Record<number, boolean | null>) {
      const facts = Object.entries(days).map(([day, ok]) => ({
        collector: 'probe',
        values: { ok },
        collectedAt: NOW + Number(day) * DAY,
        ttl: 9000 * DAY,
      }));
      return { ...scenarioInput(), facts };
    }

    it('leave a grace before they take effect', () => {
      const failing = { 1: false };
      expect(on(7.9, failing).guardrails).toMatchObject({
        status: 'at-risk',
        guardrails: [
          {
            notPassingSince: NOW + DAY,
            breachesAt: NOW + 8 * DAY,
            grace: 7 * DAY,
          },
        ],
      });
      const { guardrails, rights } = on(8, failing);
      expect(guardrails.guardrails[0].breachesAt).toBeUndefined();
      expect(guardrails.status).toBe('breached');
      const caps = rights[0].caps.filter(({ kind }) => kind === 'guardrail');
      expect(caps).toMatchObject([{ ref: 'g', right: 3, hard: false }]);
    });

    it('run alike for what cannot be told', () => {
      const lost = { 1: false, 4: null };
      expect(on(7.9, lost).guardrails.status).toBe('at-risk');
      expect(on(8, lost).guardrails.status).toBe('unknown');
    });

    it('clear after the recovery time, and not by a short pass', () => {
      const mended = { 1: false, 10: true };
      expect(on(10, mended).guardrails).toMatchObject({
        status: 'at-risk',
        guardrails: [{ recoversAt: NOW + 13 * DAY }],
      });
      expect(on(13, mended).guardrails.status).toBe('ok');
      const flapping = { ...mended, 12: false };
      expect(on(12, flapping).guardrails.status).toBe('breached');
    });

    it('run beneath an exemption', () => {
      const exemption = {
        id: 'e',
        entityRef: 'component:default/shop',
        checkId: 'g',
        reason: 'Until spring.',
        from: NOW,
        expiresAt: NOW + 20 * DAY,
        recordedAt: NOW,
      };
      const { state } = advance(at({ 0: true }), policy, NOW);
      const input = {
        ...at({ 0: true, 1: false }),
        exemptions: [exemption],
        prior: state,
      };
      const day = (n: number) => advance(input, policy, NOW + n * DAY);
      expect(day(19).guardrails).toMatchObject({
        status: 'exempt',
        guardrails: [
          {
            notPassingSince: NOW + DAY,
            check: {
              state: 'exempt',
              underlying: 'fail',
              exemption: { id: 'e' },
            },
          },
        ],
      });
      expect(day(20).guardrails.status).toBe('breached');
    });

    it('begin anew when the check takes effect later than they began', () => {
      const input = at({ 0: true, 1: false });
      const { state } = advance(at({ 0: true }), policy, NOW);
      const breached = advance(
        { ...input, prior: state },
        policy,
        NOW + 9 * DAY,
      );
      expect(breached.guardrails.status).toBe('breached');
      const announced = policyWith(
        scorecard(
          `{ id: g, title: G, expression: probe.ok, areas: [tooling], effectiveFrom: '${new Date(
            NOW + 10 * DAY,
          ).toISOString()}' }`,
        ),
      );
      const { guardrails } = advance(
        { ...input, prior: breached.state },
        announced,
        NOW + 10 * DAY,
      );
      expect(guardrails).toMatchObject({
        status: 'at-risk',
        guardrails: [
          { notPassingSince: NOW + 10 * DAY, breachesAt: NOW + 17 * DAY },
        ],
      });
    });

    it('are told apart from what every object has', () => {
      const named = policyWith(
        scorecard(
          '{ id: constructor, title: G, expression: probe.ok, areas: [tooling] }',
        ),
      );
      const first = advance(at({ 0: true }), named, NOW);
      expect(
        advance({ ...at({ 0: true }), prior: first.state }, named, NOW + DAY)
          .guardrails.status,
      ).toBe('ok');
      const failing = { ...at({ 0: true, 1: false }), prior: first.state };
      expect(advance(failing, named, NOW + 8 * DAY).guardrails.status).toBe(
        'breached',
      );
      const before = advance(at({ 0: true }), policy, NOW);
      const added = { ...at({ 0: true }), prior: before.state };
      expect(advance(added, named, NOW + DAY).events).toMatchObject([
        { checkId: 'constructor', from: undefined, to: 'ok' },
        { checkId: 'g', from: 'ok', to: undefined },
      ]);
    });

    it('say when they changed and why', () => {
      const { events } = on(20, { 1: false, 10: true });
      expect(
        events
          .filter(({ kind }) => kind === 'guardrail-changed')
          .map(event => [
            (event.at - NOW) / DAY,
            event.cause,
            'to' in event && event.to,
          ]),
      ).toEqual([
        [1, 'evidence', 'at-risk'],
        [8, 'time', 'breached'],
        [10, 'evidence', 'at-risk'],
        [13, 'time', 'ok'],
      ]);
    });
  });
});
