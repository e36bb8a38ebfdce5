import { defaultPolicy } from '../../__fixtures__/defaults';
import type {
  FatigueCounts,
  FatigueInput,
  FatiguePulse,
  PulseCounts,
} from '../../model';
import { fatigueSignals } from '.';

const policy = defaultPolicy().policy.fatigue;
/** Thirty days and ninety days that are alike, week by week. */
const RECENT: FatigueCounts = {
  decisions: 20,
  approvalsAsked: 2,
  escalations: 2,
  deployments: 10,
  experiments: 2,
};
const BEFORE: FatigueCounts = {
  decisions: 60,
  approvalsAsked: 6,
  escalations: 6,
  deployments: 30,
  experiments: 6,
};
const FINE: PulseCounts = [0, 0, 1, 3, 2];
const LOW: PulseCounts = [2, 2, 1, 0, 0];

function signals(
  recent: Partial<FatigueCounts> = {},
  more: Partial<Omit<FatigueInput, 'pulse'>> & {
    pulse?: Partial<FatiguePulse>;
  } = {},
) {
  const { pulse, ...rest } = more;
  return fatigueSignals(
    {
      members: 7,
      recent: { ...RECENT, ...recent },
      before: BEFORE,
      pulse: {
        communication: FINE,
        blame: FINE,
        personalConsequences: FINE,
        ...pulse,
      },
      ...rest,
    },
    policy,
  );
}

function states(...args: Parameters<typeof signals>) {
  return Object.fromEntries(
    signals(...args).signs.map(({ kind, state }) => [kind, state]),
  );
}

const CALM = {
  'approvals-asked': 'no-sign',
  escalations: 'no-sign',
  delivery: 'no-sign',
  communication: 'no-sign',
  blame: 'no-sign',
};

describe('fatigueSignals', () => {
  it('sees nothing where all is as before', () => {
    expect(states()).toEqual(CALM);
    expect(signals()).toMatchObject({ suggestsAudit: false });
    expect(signals().pointsTo).toBeUndefined();
  });

  it.each<[string, Partial<FatigueCounts>, object]>([
    [
      'approval asked in 30 % and twice as often',
      { approvalsAsked: 6 },
      { 'approvals-asked': 'sign' },
    ],
    ['approval asked in less than 30 %', { approvalsAsked: 5 }, {}],
    ['twice the escalations', { escalations: 4 }, { escalations: 'sign' }],
    ['fewer escalations than that', { escalations: 3 }, {}],
    [
      'half the deployments and experiments',
      { deployments: 6, experiments: 0 },
      { delivery: 'sign' },
    ],
    ['more than half', { deployments: 6, experiments: 1 }, {}],
  ])('%s', (_, recent, expected) => {
    expect(states(recent)).toEqual({ ...CALM, ...expected });
  });

  it('asks for growth, not for a share alone', () => {
    const before = { ...BEFORE, approvalsAsked: 17 };
    expect(states({ approvalsAsked: 10 }, { before })).toEqual(CALM);
  });

  it('gives its figures per week', () => {
    expect(signals({ approvalsAsked: 6 }).signs[0]).toEqual({
      kind: 'approvals-asked',
      state: 'sign',
      share: 0.3,
      recentPerWeek: expect.closeTo(1.4),
      beforePerWeek: expect.closeTo((6 * 7) / 90),
    });
  });

  it('has no sign where there was nothing before', () => {
    const before = {
      decisions: 0,
      approvalsAsked: 0,
      escalations: 0,
      deployments: 0,
      experiments: 0,
    };
    expect(states({ approvalsAsked: 20, escalations: 9 }, { before })).toEqual(
      CALM,
    );
  });

  it('never takes too few for healthy', () => {
    const few = { decisions: 4, approvalsAsked: 4, escalations: 1 };
    const before = {
      ...BEFORE,
      escalations: 3,
      deployments: 0,
      experiments: 1,
    };
    expect(
      states(
        { ...few, deployments: 3, experiments: 0 },
        { before, pulse: { communication: [2, 0, 0, 0, 0], blame: undefined } },
      ),
    ).toEqual({
      'approvals-asked': 'not-enough',
      escalations: 'not-enough',
      delivery: 'not-enough',
      communication: 'not-enough',
      blame: 'not-enough',
    });
  });

  it('does not look at small groups', () => {
    const { signs, suggestsAudit } = signals(
      { escalations: 40 },
      { members: 4, pulse: { communication: LOW, blame: LOW } },
    );
    expect(suggestsAudit).toBe(false);
    expect(signs).toHaveLength(5);
    for (const sign of signs) {
      expect(Object.keys(sign)).toEqual(['kind', 'state']);
      expect(sign.state).toBe('not-enough');
    }
  });

  it('keeps the mean of too few answers to itself', () => {
    const { signs } = signals({}, { pulse: { blame: [1, 1, 0, 0, 0] } });
    expect(signs[4]).toEqual({ kind: 'blame', state: 'not-enough' });
  });

  it.each<[string, PulseCounts, string]>([
    ['2.5', [1, 1, 1, 1, 0], 'sign'],
    ['2.75', [1, 0, 2, 1, 0], 'no-sign'],
  ])('takes a mean of %s for: %s', (_, blame, state) => {
    expect(states({}, { pulse: { blame } }).blame).toBe(state);
  });

  it.each<[string | undefined, PulseCounts]>([
    ['fatigue', [0, 0, 1, 3, 2]],
    ['burnout', LOW],
    [undefined, [0, 0, 4, 0, 0]],
    [undefined, [0, 0, 0, 0, 2]],
  ])(
    'two signs suggest an audit and point to %s',
    (to, personalConsequences) => {
      const one = signals(
        { escalations: 9 },
        { pulse: { personalConsequences } },
      );
      expect(one.suggestsAudit).toBe(false);
      expect(one.pointsTo).toBeUndefined();
      const two = signals(
        { escalations: 9 },
        { pulse: { personalConsequences, blame: LOW } },
      );
      expect(two.suggestsAudit).toBe(true);
      expect(two.pointsTo).toBe(to);
    },
  );
});
