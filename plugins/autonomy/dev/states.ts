import type {
  Evaluation,
  LevelResult,
  RightCap,
  RightResult,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  createCheck,
  createEvaluation,
  createReadiness,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';

const DAY = 86_400_000;

function named(name: string, change: (story: Evaluation) => Evaluation) {
  const story = createEvaluation();
  return change({
    ...story,
    entity: {
      ...story.entity,
      entityRef: `component:default/${name}`,
      name,
      title: undefined,
    },
  });
}

/** The story's ladder with the next step changed. */
function withNext(
  { level }: Evaluation,
  change: Partial<LevelResult['ladder'][number]>,
): LevelResult {
  return {
    ...level,
    ladder: level.ladder.map(step =>
      step.level === level.level + 1 ? { ...step, ...change } : step,
    ),
  };
}

function withRight(
  { rights }: Evaluation,
  area: string,
  change: (right: RightResult) => RightResult,
): RightResult[] {
  return rights.map(right => (right.area === area ? change(right) : right));
}

function atRisk(story: Evaluation): Evaluation {
  const { level, evaluatedAt: now } = story;
  const [ground, low, expanded, full] = level.ladder;
  const [first, ...rest] = expanded.requirements;
  return {
    ...story,
    level: {
      ...level,
      eligible: 2,
      atRisk: {
        since: now - 5 * DAY,
        fallsAt: now + 9 * DAY,
        fallsTo: 2,
      },
      ladder: [
        ground,
        low,
        {
          ...expanded,
          met: false,
          heldSince: undefined,
          requirements: [
            first.kind === 'check'
              ? {
                  ...first,
                  met: false,
                  check: {
                    ...first.check,
                    state: 'fail',
                    score: 0,
                    reads: first.check.reads.map(reading => ({
                      ...reading,
                      value: 0.9981,
                    })),
                  },
                }
              : first,
            ...rest,
          ],
        },
        full,
      ],
    },
  };
}

function planInForce(story: Evaluation): Evaluation {
  const [draft, ...rest] = story.plans;
  const cap: RightCap = {
    kind: 'plan',
    right: 2,
    hard: true,
    ref: draft.id,
    title: draft.title,
  };
  return {
    ...story,
    plans: [
      {
        ...draft,
        state: 'active',
        startsAt: story.evaluatedAt - 23 * DAY,
        endsAt: story.evaluatedAt + 7 * DAY,
      },
      ...rest,
    ],
    rights: withRight(story, 'deployment', right => ({
      ...right,
      recommended: 2,
      effective: 2,
      caps: [...right.caps, cap],
    })),
  };
}

function trialFailed(story: Evaluation): Evaluation {
  return {
    ...story,
    rights: withRight(story, 'deployment', right => ({
      ...right,
      grant: {
        id: 'GR-9',
        right: 5,
        reason: 'Feature flags on every release.',
        expiresAt: story.evaluatedAt + 12 * DAY,
        trial: true,
        failed: true,
      },
    })),
  };
}

function auditDisagrees(story: Evaluation): Evaluation {
  return {
    ...story,
    enforcedFrom: story.evaluatedAt + 45 * DAY,
    rights: withRight(story, 'operations', right => ({
      ...right,
      mismatch: {
        actual: 2,
        source: 'claimed',
        difference: -2,
        priority: 4,
      },
    })),
    readiness: createReadiness([
      ...story.readiness.checks,
      createCheck({
        id: 'gateway',
        title: 'A gateway that enforces policy',
        section: 'Platform',
        state: 'exempt',
        underlying: 'unknown',
        exemption: {
          id: 'EX-1',
          reason: 'The gateway is being rolled out.',
          expiresAt: story.evaluatedAt + 30 * DAY,
        },
      }),
      createCheck({
        id: 'encrypted',
        title: 'Backups are encrypted',
        section: 'Platform',
        state: 'fail',
        weight: 2,
        overlay: 'domain:default/payments',
      }),
    ]),
  };
}

/** One entity for each state that the story does not show. */
export function states(): Evaluation[] {
  return [
    named('state-at-risk', atRisk),
    named('state-recovering', story => ({
      ...story,
      level: {
        ...story.level,
        atRisk: {
          since: story.evaluatedAt - 4 * DAY,
          recoversAt: story.evaluatedAt + 2 * DAY,
        },
      },
    })),
    named('state-held', story => ({
      ...story,
      level: withNext(story, {
        met: true,
        requirements: [],
        heldSince: story.evaluatedAt - 56 * DAY,
        sustainedAt: story.evaluatedAt + 34 * DAY,
      }),
    })),
    named('state-proposed', story => ({
      ...story,
      level: withNext(story, {
        met: true,
        requirements: [],
        heldSince: story.evaluatedAt - 95 * DAY,
        sustainedAt: story.evaluatedAt - 5 * DAY,
        proposal: {
          level: 4,
          openedAt: story.evaluatedAt - 5 * DAY,
          state: 'open',
        },
      }),
    })),
    named('state-rejected', story => ({
      ...story,
      level: withNext(story, {
        met: true,
        requirements: [],
        heldSince: story.evaluatedAt - 95 * DAY,
        sustainedAt: story.evaluatedAt - 5 * DAY,
        proposal: {
          level: 4,
          openedAt: story.evaluatedAt - 5 * DAY,
          state: 'rejected',
          rejectedAt: story.evaluatedAt - 2 * DAY,
        },
      }),
    })),
    named('state-plan', planInForce),
    named('state-trial-failed', trialFailed),
    named('state-not-enforced', auditDisagrees),
  ];
}
