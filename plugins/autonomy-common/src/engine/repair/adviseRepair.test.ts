import { defaultPolicy } from '../../__fixtures__/defaults';
import { incident, scenarioInput } from '../../__fixtures__/scenario';
import { DAY, daysAgo, NOW, REF } from '../../__fixtures__/time';
import type { Incident } from '../../model';
import type { EvaluationInput } from '../EvaluationInput';
import { adviseRepair, type SafetyPulse } from '.';

const policy = defaultPolicy();
const STRONG = scenarioInput();
const WEAK = scenarioInput({ coveredDays: 20 });
const FAILURE = incident({
  id: 'failure',
  severity: 'high',
  startedDaysAgo: 2,
  areas: ['operations', 'deployment'],
});

function pulse(mean: number, days = 10): SafetyPulse {
  return { mean, at: daysAgo(days) };
}

function advise(
  rest: Partial<Incident>,
  {
    input = STRONG,
    ...more
  }: { input?: EvaluationInput; pulse?: SafetyPulse } = {},
) {
  const failure = { ...FAILURE, ...rest };
  return adviseRepair({
    input: { ...input, incidents: [...input.incidents, failure] },
    policy,
    incident: failure,
    now: NOW,
    ...more,
  });
}

type Row = [
  string,
  Parameters<typeof advise>,
  string | undefined,
  number | undefined,
  string[],
];

describe('the repair of a failure', () => {
  it.each<Row>([
    [
      'a bypass',
      [{ class: 'bypass', severity: 'low' }],
      'full-restriction',
      1,
      ['class'],
    ],
    ['a legal matter', [{ class: 'legal' }], 'full-restriction', 1, ['class']],
    [
      'an ethical matter',
      [{ class: 'ethical' }],
      'full-restriction',
      1,
      ['class'],
    ],
    [
      'critical and irreversible',
      [{ severity: 'critical', irreversible: true }],
      'full-restriction',
      1,
      ['severity', 'irreversible'],
    ],
    [
      'critical with a weak record',
      [{ severity: 'critical' }, { input: WEAK }],
      'full-restriction',
      1,
      ['severity', 'trust-before'],
    ],
    [
      'high with a weak record',
      [{ severity: 'high', irreversible: true }, { input: WEAK }],
      'full-restriction',
      1,
      ['severity', 'trust-before'],
    ],
    [
      'critical with a strong record',
      [{ severity: 'critical' }],
      'targeted-guardrails',
      2,
      ['severity', 'trust-before'],
    ],
    [
      'high with a strong record',
      [{ severity: 'high', irreversible: true }],
      'targeted-guardrails',
      2,
      ['severity', 'trust-before'],
    ],
    [
      'medium, without a pulse',
      [{ severity: 'medium', irreversible: true }, { input: WEAK }],
      'collaborative-reset',
      undefined,
      ['severity', 'safety'],
    ],
    [
      'medium with high safety',
      [{ severity: 'medium' }, { pulse: pulse(4) }],
      'collaborative-reset',
      undefined,
      ['severity', 'safety'],
    ],
    [
      'medium with low safety',
      [{ severity: 'medium' }, { pulse: pulse(2.4) }],
      'targeted-guardrails',
      3,
      ['severity', 'safety'],
    ],
    ['low', [{ severity: 'low' }], undefined, undefined, ['severity']],
  ])('is as the table says: %s', (_, options, approach, cap, reasons) => {
    const advice = advise(...options);
    expect(advice).toMatchObject({ approach, reasons });
    expect(advice.draft?.cap).toBe(cap);
    expect(advice.draft === undefined).toBe(approach === undefined);
  });

  it('is a draft for the areas of the failure', () => {
    expect(advise({ severity: 'high' }).draft).toEqual({
      entityRef: REF,
      approach: 'targeted-guardrails',
      areas: ['operations', 'deployment'],
      cap: 2,
      criteria: [],
      incidents: ['sample/failure'],
      startsAt: NOW,
      endsAt: NOW + 60 * DAY,
    });
    expect(advise({ class: 'legal' }).draft!.endsAt).toBe(NOW + 30 * DAY);
    expect(advise({ areas: [] }).draft!.areas).toEqual(['operations']);
  });

  it.each([
    [2.499, 'low'],
    [2.5, 'medium'],
    [3.749, 'medium'],
    [3.75, 'high'],
  ])('takes a pulse of %p for %s safety', (mean, level) => {
    expect(advise({}, { pulse: pulse(mean) }).safety).toEqual({
      level,
      mean,
      at: daysAgo(10),
    });
  });

  it('takes a pulse that is too old for none', () => {
    expect(advise({}, { pulse: pulse(1, 100) }).safety).toEqual({
      level: 'medium',
    });
    expect(advise({}, { pulse: pulse(1, 99.9) }).safety.level).toBe('low');
  });

  it('is not for an entity that did not cause it', () => {
    const advice = advise({ causedBy: 'external', severity: 'critical' });
    expect(advice.approach).toBeUndefined();
    expect(advice.draft).toBeUndefined();
    expect(advice.reasons).toEqual(['caused-elsewhere']);
  });
});

describe('trust before a failure', () => {
  it('is the smallest of its areas, without it', () => {
    const input = scenarioInput({
      incidents: [
        { severity: 'critical', startedDaysAgo: 60, areas: ['deployment'] },
      ],
    });
    const { trustBefore } = advise({}, { input });
    const [operations, deployment] = trustBefore.areas;
    expect(operations).toMatchObject({ area: 'operations' });
    expect(operations.value).toBeGreaterThan(0.9);
    expect(trustBefore.value).toBe(deployment.value);
    expect(trustBefore.weak).toBe(true);
  });

  it('knows nothing of what was recorded later', () => {
    const { trustBefore } = advise({});
    const later = incident({ severity: 'critical', startedDaysAgo: 1 });
    const earlier = {
      ...incident({ id: 'told-late', severity: 'critical', startedDaysAgo: 9 }),
      recordedAt: daysAgo(1),
    };
    const input = { ...STRONG, incidents: [later, earlier] };
    expect(advise({}, { input }).trustBefore).toEqual(trustBefore);
  });
});
