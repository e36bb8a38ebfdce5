import type {
  EntityHistory,
  HistoryPoint,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';

const DAY = 86_400_000;
const WEEK = 7 * DAY;

/** A year in which trust grew, fell with each incident, and a level was taken. */
export function storyHistory(now = Date.now()): EntityHistory {
  const from = now - 365 * DAY;
  const points = Array.from({ length: 52 }, (_, index) =>
    pointAt(from + index * WEEK, now),
  );
  return {
    from,
    to: now,
    start: pointAt(from - DAY, now),
    points,
    events: [
      {
        id: 'right',
        recordedAt: now - 18 * DAY,
        policyVersion: '1',
        event: {
          kind: 'right-changed',
          at: now - 18 * DAY,
          cause: 'evidence',
          reasons: [{ kind: 'trust', ref: 'deployment' }],
          area: 'deployment',
          from: 4,
          to: 2,
        },
      },
      {
        id: 'level',
        recordedAt: now - 120 * DAY,
        policyVersion: '1',
        event: {
          kind: 'level-promoted',
          at: now - 120 * DAY,
          cause: 'decision',
          reasons: [{ kind: 'proposal' }],
          from: 2,
          to: 3,
        },
      },
    ],
    pageInfo: {},
  };
}

function pointAt(at: number, now: number): HistoryPoint {
  const age = (now - at) / DAY;
  const earned = 0.25 + 0.69 * (1 - 2 ** (-(365 - age) / 90));
  const lost = (age < 190 ? 0.04 : 0) + (age < 18 ? 0.54 : 0);
  const level = age < 120 ? 3 : 2;
  return {
    at,
    policyVersion: '1',
    level,
    guardrailStatus: age < 9 ? 'breached' : 'ok',
    readiness: level === 3 ? 81 : 68,
    readinessBand: level === 3 ? 'minor-gaps' : 'focus',
    accountability: age < 200 ? 0.84 : 0.71,
    trust: { deployment: Math.max(0, earned - lost) },
    rights: {},
  };
}
