import type { JsonObject } from '@backstage/types';
import { policyWith } from '../../__fixtures__/defaults';
import { DAY, NOW, scenarioInput } from '../../__fixtures__/scenario';
import type {
  EvaluationEvent,
  EvaluationStep,
  Exemption,
  PromotionDecision,
} from '../../model';
import { advance } from '../advance';
import type { EvaluationInput } from '../EvaluationInput';

const PROBES = policyWith(`
apiVersion: aligned-autonomy/v1
kind: Policy
metadata: { name: ladder-only }
spec:
  levels:
    - { level: 2, minReadiness: 0, minAccountability: 0 }
    - { level: 3, minReadiness: 0, minAccountability: 0 }
    - { level: 4, minReadiness: 0, minAccountability: 0, minTrust: { value: 0, consequences: [high, critical] } }
---
apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: levels, title: Probes }
spec:
  role: levels
  checks:
    - { id: probe-2, title: Two, level: 2, expression: probe.two }
    - { id: probe-3, title: Three, level: 3, expression: probe.three }
    - { id: probe-load, title: Load, level: 3, promotionOnly: true, expression: probe.load }
    - { id: probe-4, title: Four, level: 4, expression: probe.four }
---
apiVersion: aligned-autonomy/v1
kind: Scorecard
metadata: { name: guardrails, title: Boundary }
spec:
  role: guardrails
  checks:
    - id: boundary
      title: Boundary
      areas: [tooling]
      consequence: critical
      mandatory: true
      expression: probe.boundary
`);

const GOOD = { two: true, three: true, load: true, four: true, boundary: true };
const at = (day: number) => NOW + day * DAY;

/** A service from day 0 on: what its probes say changes on some days. */
function service(
  changes: Record<number, JsonObject> = {},
  records: Partial<EvaluationInput> = {},
): EvaluationInput {
  const base = scenarioInput({ coveredDays: 400 });
  const days = { 0: {}, ...changes };
  let values: JsonObject = GOOD;
  return {
    ...base,
    facts: Object.entries(days).map(([day, change]) => {
      values = { ...values, ...change };
      const collectedAt = at(Number(day));
      return { collector: 'probe', values, collectedAt, ttl: 9000 * DAY };
    }),
    ...records,
  };
}

function decision(
  day: number,
  level: 3 | 4,
  outcome: PromotionDecision['outcome'] = 'approved',
): PromotionDecision {
  const entityRef = 'component:default/shop';
  return { id: `on-${day}`, entityRef, level, outcome, recordedAt: at(day) };
}

function start(input: EvaluationInput): EvaluationStep {
  return advance(input, PROBES, at(0));
}

/** From day 0 to a day, as if nobody looked in between. */
function on(day: number, input: EvaluationInput): EvaluationStep {
  const { state } = start(input);
  return advance({ ...input, prior: state }, PROBES, at(day));
}

/** `12.5 level-promoted 2` */
function told({ events }: EvaluationStep): string[] {
  const levelOf = (event: EvaluationEvent) => {
    if ('level' in event) return event.level;
    return event.kind === 'level-promoted' || event.kind === 'level-demoted'
      ? event.to
      : '';
  };
  return events
    .filter(({ kind }) => /level|proposal/.test(kind))
    .map(event => `${(event.at - NOW) / DAY} ${event.kind} ${levelOf(event)}`);
}

const CLIMBED = { promotions: [decision(61, 3), decision(160, 4)] };

describe('the ladder', () => {
  it('starts on level 1, and promotes to 2 by itself once it is sustained', () => {
    expect(start(service()).level).toMatchObject({ level: 1, eligible: 4 });
    expect(on(29.9, service()).level.level).toBe(1);
    const { level } = on(30, service());
    expect(level).toMatchObject({ level: 2, takenAt: at(30) });
    expect(level.ladder[2]).toMatchObject({
      heldSince: at(30),
      sustainedAt: at(60),
    });
  });

  it('asks the board for level 3, and for 4 after 90 days more', () => {
    expect(told(on(400, service()))).toEqual([
      '30 level-promoted 2',
      '60 proposal-opened 3',
    ]);
    expect(told(on(400, service({}, CLIMBED)))).toEqual([
      '30 level-promoted 2',
      '60 proposal-opened 3',
      '61 level-promoted 3',
      '151 proposal-opened 4',
      '160 level-promoted 4',
    ]);
  });

  it('takes no word of the board from before the proposal', () => {
    const early = { promotions: [decision(59, 3)] };
    expect(on(100, service({}, early)).level.level).toBe(2);
  });

  it('proposes again after further holding what a board rejected', () => {
    const promotions = [decision(65, 3, 'rejected'), decision(96, 3)];
    expect(told(on(100, service({}, { promotions })))).toEqual([
      '30 level-promoted 2',
      '60 proposal-opened 3',
      '65 proposal-rejected 3',
      '95 proposal-opened 3',
      '96 level-promoted 3',
    ]);
  });

  it('takes the word of the central board on appeal, while the level is held', () => {
    const appeal = { ...decision(70, 3), id: 'appeal', overrules: '65' };
    const promotions = [decision(65, 3, 'rejected'), appeal];
    expect(told(on(100, service({}, { promotions }))).slice(1)).toEqual([
      '60 proposal-opened 3',
      '65 proposal-rejected 3',
      '70 level-promoted 3',
    ]);
    const broken = { 69: { three: false }, 72: { three: true } };
    expect(
      told(on(73, service(broken, { promotions }))).filter(line =>
        line.includes('promoted 3'),
      ),
    ).toEqual([]);
  });

  it('takes the word of the board at the instant at which it proposes', () => {
    const twice = [decision(65, 3, 'rejected'), decision(95, 3)];
    expect(told(on(95, service({}, { promotions: twice }))).slice(-2)).toEqual([
      '65 proposal-rejected 3',
      '95 level-promoted 3',
    ]);
    const atOnce = { promotions: [decision(60, 3, 'rejected')] };
    expect(told(on(60, service({}, atOnce))).slice(1)).toEqual([
      '60 proposal-opened 3',
      '60 proposal-rejected 3',
    ]);
  });

  it('proposes again no sooner than the level is sustained', () => {
    const promotions = [
      ...CLIMBED.promotions.slice(0, 1),
      decision(155, 4, 'rejected'),
    ];
    const changes = { 160: { four: false }, 161: { four: true } };
    const { ladder } = on(165, service(changes, { promotions })).level;
    expect(ladder[3]).toMatchObject({
      heldSince: at(161),
      sustainedAt: at(251),
      reopensAt: at(251),
    });
  });

  it('lapses a proposal with a break, and counts from the start again', () => {
    const broken = service({ 70: { three: false }, 72: { three: true } });
    const step = on(110, broken);
    expect(told(step)).toEqual([
      '30 level-promoted 2',
      '60 proposal-opened 3',
      '70 proposal-lapsed 3',
      '102 proposal-opened 3',
    ]);
  });

  it('falls to the highest level that is held after the grace', () => {
    const broken = service({ 200: { three: false } }, CLIMBED);
    expect(on(213.9, broken).level).toMatchObject({
      level: 4,
      atRisk: { since: at(200), fallsAt: at(214), fallsTo: 2 },
    });
    expect(told(on(214, broken)).slice(-2)).toEqual([
      '200 level-at-risk 4',
      '214 level-demoted 2',
    ]);
  });

  it('is safe again after passing for the recovery time, and not sooner', () => {
    const brief = service(
      { 200: { four: false }, 201: { four: true } },
      CLIMBED,
    );
    expect(on(203, brief).level.atRisk).toEqual({
      since: at(200),
      recoversAt: at(204),
    });
    const flapping = service(
      {
        200: { four: false },
        210: { four: true },
        212: { four: false },
      },
      CLIMBED,
    );
    expect(told(on(214, flapping)).at(-1)).toBe('214 level-demoted 3');
    expect(told(on(300, brief)).at(-1)).toBe('204 level-recovered 4');
  });

  it('keeps from promotion, and never demotes, for what only promotion asks', () => {
    const loaded = service({ 0: { load: false } });
    expect(on(400, loaded).level).toMatchObject({ level: 2, eligible: 2 });
    const later = service({ 200: { load: false } }, CLIMBED);
    expect(on(400, later).level).toMatchObject({ level: 4, eligible: 2 });
    expect(on(400, later).level.atRisk).toBeUndefined();
  });

  it('holds a level by an exemption, but is not promoted by one', () => {
    const exemption: Exemption = {
      id: 'e',
      entityRef: 'component:default/shop',
      checkId: 'probe-3',
      reason: 'Until the new cluster.',
      from: at(200),
      expiresAt: at(280),
      recordedAt: at(190),
    };
    const exemptions = [exemption];
    const broken = service(
      { 200: { three: false } },
      { ...CLIMBED, exemptions },
    );
    expect(on(279, broken).level).toMatchObject({ level: 4, eligible: 4 });
    expect(told(on(300, broken)).slice(-2)).toEqual([
      '280 level-at-risk 4',
      '294 level-demoted 2',
    ]);
    const fromStart = { ...exemption, from: at(0), recordedAt: at(0) };
    const leaning = service(
      { 0: { three: false } },
      { exemptions: [{ ...fromStart, expiresAt: at(80) }] },
    );
    const { level } = on(79, leaning);
    expect(level).toMatchObject({ level: 2, eligible: 4 });
    expect(level.ladder[2].heldSince).toBeUndefined();
  });

  it('falls at once with a critical guardrail of the organisation', () => {
    const broken = service({ 200: { boundary: false } }, CLIMBED);
    const step = on(200, broken);
    expect(told(step).at(-1)).toBe('200 level-demoted 1');
    expect(step.events.at(-1)!.cause).toBe('evidence');
  });

  it('tells a revocation as a decision, on its day', () => {
    const exemption: Exemption = {
      id: 'e',
      entityRef: 'component:default/shop',
      checkId: 'probe-3',
      reason: 'Until the new cluster.',
      from: at(195),
      expiresAt: at(280),
      recordedAt: at(190),
    };
    const changes = { 200: { three: false } };
    const of = (record: Exemption) =>
      service(changes, { ...CLIMBED, exemptions: [record] });
    const { state } = on(210, of(exemption));
    const revoked = { ...of({ ...exemption, revokedAt: at(220) }) };
    const { events } = advance({ ...revoked, prior: state }, PROBES, at(223));
    expect(events).toContainEqual(
      expect.objectContaining({
        kind: 'level-at-risk',
        at: at(220),
        cause: 'decision',
      }),
    );
  });

  it('tells what came late as evidence, where time alone changes nothing', () => {
    const { state } = on(200, service({}, CLIMBED));
    const { nextChangeAt = Infinity } = state;
    const now = Math.min(at(201), nextChangeAt - 1);
    const late = service({ 199: { three: false } }, CLIMBED);
    const { events } = advance({ ...late, prior: state }, PROBES, now);
    expect(events).toMatchObject([
      { kind: 'level-at-risk', at: now, cause: 'evidence' },
    ]);
  });

  it('says what it was that moved it', () => {
    const { events } = on(400, service({ 200: { three: false } }, CLIMBED));
    const of = (kind: string) => events.filter(event => event.kind === kind);
    expect(of('level-promoted').map(({ cause }) => cause)).toEqual([
      'time',
      'decision',
      'decision',
    ]);
    expect(of('level-demoted')).toMatchObject([
      {
        cause: 'time',
        reasons: [{ kind: 'check', ref: 'probe-3' }, { kind: 'check' }].slice(
          0,
          1,
        ),
      },
    ]);
  });
});
