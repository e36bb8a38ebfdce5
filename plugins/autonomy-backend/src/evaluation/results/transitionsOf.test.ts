import type {
  AutonomyLevel,
  EvaluationEvent,
  EvaluationStep,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { transitionsOf } from './transitionsOf';

const move = (
  from: AutonomyLevel,
  to: AutonomyLevel,
  at: number,
): EvaluationEvent => ({
  kind: to > from ? 'level-promoted' : 'level-demoted',
  ...({ from, to } as any),
  at,
  cause: 'time',
  reasons: [],
});
const lapse: EvaluationEvent = {
  kind: 'proposal-lapsed',
  level: 3,
  at: 90,
  cause: 'evidence',
  reasons: [],
};

/** An evaluation at 100 that goes on from one at 50, which said level 1. */
function told(
  level: AutonomyLevel,
  events: EvaluationEvent[],
  options: {
    isRestart?: boolean;
    startedAt?: number;
    isPreliminary?: boolean;
  } = {},
) {
  const { isPreliminary, isRestart = true, startedAt = 10 } = options;
  return transitionsOf({
    isPreliminary,
    version: 1,
    madeWith: 'x',
    step: { evaluatedAt: 100, level: { level }, events } as EvaluationStep,
    record: {
      startedAt,
      restarts: 1,
      state: isRestart ? undefined : ({} as any),
      stored: { evaluatedAt: 50, level: 1, bodyHash: '' },
    },
  });
}

describe('transitionsOf', () => {
  it('are all events of an evaluation that goes on', () => {
    const events = [move(1, 2, 40), lapse];
    expect(told(2, events, { isRestart: false })).toEqual(events);
  });

  it('are none where a record begins', () => {
    const step = { events: [lapse] } as EvaluationStep;
    expect(transitionsOf({ step, version: 1, madeWith: 'x' })).toEqual([]);
    expect(told(1, [lapse], { isPreliminary: true })).toEqual([]);
    const record = {
      restarts: 0,
      stored: { evaluatedAt: 50, level: 1 as const, bodyHash: '' },
    };
    expect(transitionsOf({ step, record, version: 1, madeWith: 'x' })).toEqual(
      [],
    );
  });

  it('leave the past as it was told where a record begins anew', () => {
    expect(told(1, [move(1, 2, 20), move(2, 1, 40), lapse])).toEqual([lapse]);
  });

  it('tell a move of the past when it is found out', () => {
    const events = told(3, [move(1, 2, 20), move(2, 3, 40)]);
    expect(events).toMatchObject([
      { kind: 'level-promoted', from: 1, to: 3, at: 100, cause: 'evidence' },
    ]);
  });

  it('tell it before what followed', () => {
    const events = told(3, [move(1, 2, 20), move(2, 3, 70)]);
    expect(events).toMatchObject([
      { from: 1, to: 2, at: 70, cause: 'evidence' },
      { from: 2, to: 3, at: 70, cause: 'time' },
    ]);
  });
});
