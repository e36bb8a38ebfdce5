import { defaultPolicy, existingEstate } from '../../__fixtures__/defaults';
import {
  scenarioWithHistory,
  type Scenario,
} from '../../__fixtures__/scenario';
import { DAY, daysAgo, NOW } from '../../__fixtures__/time';
import { advance } from '../../engine';
import type {
  AutonomyLevel,
  EvaluationEvent,
  EventReason,
  PromotionDecision,
} from '../../model';
import { right } from '../figures';
import { table } from '../markdown';

/** Long enough for a year's story. */
const DAYS = 363;
const START = daysAgo(DAYS);

const day = (instant: number) => Math.round((instant - START) / DAY);

function ladder(): string {
  const { levels } = defaultPolicy().policy;
  const days = (duration = 0) => `${duration / DAY} days`;
  return table(
    ['level', 'readiness', 'accountability', 'trust', 'held for', 'entered by'],
    levels
      .slice(1)
      .map(level => [
        `${level.level} ${level.title}`,
        String(level.minReadiness),
        String(level.minAccountability),
        level.minTrust
          ? `${
              level.minTrust.value
            } where the consequence is ${level.minTrust.consequences.join(
              ' or ',
            )}`
          : '',
        days(level.sustainedFor),
        level.promotion === 'auto' ? 'itself' : "the board's word",
      ]),
  );
}

/** A year that begins with nothing; for 20 days of it the service is less available than it should be. */
const YEAR: Scenario = {
  coveredDays: DAYS,
  facts: { slo: { availability90d: 0.995 } },
  during: { fromDaysAgo: DAYS - 280, untilDaysAgo: DAYS - 300 },
};

const approval = (level: AutonomyLevel, onDay: number): PromotionDecision => ({
  id: `approval-${onDay}`,
  entityRef: 'component:default/shop',
  level,
  outcome: 'approved',
  recordedAt: START + onDay * DAY,
});

function eventsOfTheYear(): EvaluationEvent[] {
  const scenario = scenarioWithHistory(YEAR);
  const input = {
    ...scenario,
    // What the catalog says has been so from the start.
    facts: scenario.facts.map(document =>
      ['catalog', 'team'].includes(document.collector)
        ? { ...document, since: START }
        : document,
    ),
    promotions: [approval(3, 63), approval(4, 240), approval(3, 336)],
  };
  const { state } = advance(input, defaultPolicy(), START);
  return advance({ ...input, prior: state }, defaultPolicy(), NOW).events;
}

function reasonsOf(reasons: readonly EventReason[]): string {
  const failing = reasons.map(({ ref, kind }) => ref ?? kind);
  return failing.length > 0 ? ` (${failing.join(', ')})` : '';
}

/** What happened, in words; undefined for what a table of levels leaves out. */
function inWords(event: EvaluationEvent): string | undefined {
  switch (event.kind) {
    case 'level-promoted':
      return `level ${event.from} → ${event.to}`;
    case 'level-demoted':
      return `level ${event.from} → ${event.to}${reasonsOf(event.reasons)}`;
    case 'level-at-risk':
      return `level ${event.level} is at risk${reasonsOf(
        event.reasons,
      )}, it falls on day ${day(event.fallsAt)}`;
    case 'level-recovered':
      return `level ${event.level} is held again`;
    case 'proposal-opened':
      return `level ${event.level} is proposed to the board`;
    case 'proposal-lapsed':
      return `the proposal of level ${event.level} lapses`;
    case 'right-changed':
      return event.area === 'deployment' && event.from !== undefined
        ? `deployment: ${right(event.from)} → ${right(event.to)}`
        : undefined;
    default:
      return undefined;
  }
}

function year(): string {
  return table(
    ['day', 'what happens', 'cause'],
    eventsOfTheYear().flatMap(event => {
      const words = inWords(event);
      return words ? [[String(day(event.at)), words, event.cause]] : [];
    }),
  );
}

function leaning(): string {
  const policy = existingEstate();
  const failing = { facts: { security: { checksInPipeline: false } } };
  const exemptions = [
    {
      checkId: 'l3-security-checks',
      fromDaysAgo: 60,
      expiresDaysAgo: -20,
    },
  ];
  const rows: [string, Scenario][] = [
    ['failing for 10 days', { ...failing, during: { fromDaysAgo: 10 } }],
    ['failing for 60 days', { ...failing, during: { fromDaysAgo: 60 } }],
    [
      'failing for 60 days, exempt from the start',
      { ...failing, during: { fromDaysAgo: 60 }, exemptions },
    ],
    ['never passed', failing],
    ['never passed, exempt for 60 days', { ...failing, exemptions }],
  ];
  return table(
    ['security checks of a service on level 4', 'eligible for', 'level'],
    rows.map(([title, scenario]) => {
      const { level } = advance(scenarioWithHistory(scenario), policy, NOW);
      const risk =
        level.atRisk?.fallsAt === undefined
          ? ''
          : `, falls in ${(level.atRisk.fallsAt - NOW) / DAY} days`;
      return [title, String(level.eligible), `${level.level}${risk}`];
    }),
  );
}

/** The examples of docs/concepts/levels.md by their names. */
export const levelExamples = { ladder, year, leaning };
