import { defaultPolicy } from '../../__fixtures__/defaults';
import { scenarioInput, type Scenario } from '../../__fixtures__/scenario';
import { NOW } from '../../__fixtures__/time';
import { evaluate } from '../../engine';
import type { TrustLine, TrustResult } from '../../model';
import { figure, shown, signed } from '../figures';
import { table } from '../markdown';

const AREA = 'infrastructure';

function trustOf(scenario: Scenario, area = AREA): TrustResult {
  const { trust } = evaluate(scenarioInput(scenario), defaultPolicy(), NOW);
  return trust.find(result => result.area === area)!;
}

function lossOf({ lines }: TrustResult): number {
  return lines
    .filter(({ kind }) => kind === 'incident')
    .reduce((sum, { amount }) => sum + amount, 0);
}

/** How a line came to its amount. */
function workings(line: TrustLine): string {
  switch (line.kind) {
    case 'start':
      return 'what everybody starts with';
    case 'reliable-time':
      return `${line.months.toFixed(1)} reliable months`;
    case 'incident': {
      const { loss, repeatFactor, ageFactor, learningFactor } = line;
      const factors = [repeatFactor, ageFactor, learningFactor];
      return [loss, ...factors.map(factor => Number(factor.toFixed(3)))].join(
        ' × ',
      );
    }
    case 'same-day-limit':
      return 'no more than 1.5 × the largest of the day';
    case 'bypass':
      return 'nothing is left while the bypass counts';
    default:
      return 'trust stays between 0 and 1';
  }
}

function titleOf(line: TrustLine): string {
  switch (line.kind) {
    case 'start':
      return 'Start';
    case 'reliable-time':
      return 'Reliable time';
    case 'incident':
      return `${line.title}, ${line.severity}`;
    case 'same-day-limit':
      return 'Same-day limit';
    case 'bypass':
      return 'Bypass';
    default:
      return 'Bound';
  }
}

/**
 * All lines with their sum, which is the trust. They add up as they are shown, because each is the
 * difference that it makes to the rounded sum.
 */
function account({ lines, value }: TrustResult): string {
  let sum = 0;
  const differences = lines.map(({ amount }) => {
    const before = shown(sum);
    sum += amount;
    return shown(sum) - before;
  });
  return table(
    ['line', 'how', 'amount'],
    [
      ...lines.map((line, i) => [
        titleOf(line),
        workings(line),
        signed(differences[i]),
      ]),
      ['**Trust**', '', `**${figure(value)}**`],
    ],
  );
}

function firstYear(): string {
  return table(
    ['watched without an incident', 'trust', 'gained since the line before'],
    [0, 30, 60, 90, 180, 365].map((coveredDays, i, all) => {
      const at = (days: number) => shown(trustOf({ coveredDays: days }).value);
      const gained = i === 0 ? '' : signed(at(coveredDays) - at(all[i - 1]));
      return [`${coveredDays} days`, figure(at(coveredDays)), gained];
    }),
  );
}

const outage = {
  id: 'outage',
  severity: 'high' as const,
  areas: [AREA],
  startedDaysAgo: 100,
};
const reviewed = { ...outage, reviewedAfterDays: 7 };
const mended = { ...reviewed, actionsClosed: true };

function learning(): string {
  const plan = (daysAgo: number) => ({
    areas: [AREA],
    incidents: ['sample/outage'],
    startsDaysAgo: daysAgo + 5,
    endsDaysAgo: daysAgo,
    completedDaysAgo: daysAgo,
  });
  const steps: [string, Scenario][] = [
    ['nothing', { incidents: [outage] }],
    ['a blameless review', { incidents: [reviewed] }],
    ['the review, and its action closed', { incidents: [mended] }],
    [
      'a repair plan completed 30 days ago',
      { incidents: [mended], plans: [plan(30)] },
    ],
    [
      'a repair plan completed 90 days ago, and no repeat since',
      { incidents: [mended], plans: [plan(90)] },
    ],
  ];
  return table(
    ['what was done', 'cost', 'trust'],
    steps.map(([done, scenario]) => {
      const trust = trustOf(scenario);
      return [done, signed(lossOf(trust)), figure(trust.value)];
    }),
  );
}

function repeats(): string {
  const incidents = [200, 160, 120].map(startedDaysAgo => ({
    severity: 'medium' as const,
    areas: [AREA],
    startedDaysAgo,
  }));
  return account(trustOf({ incidents }));
}

function sameDay(): string {
  const incidents = [100, 100.1, 100.2].map(startedDaysAgo => ({
    severity: 'medium' as const,
    areas: [AREA],
    startedDaysAgo,
  }));
  return account(trustOf({ incidents }));
}

function bypass(): string {
  const incidents = [
    {
      severity: 'low' as const,
      areas: [AREA],
      startedDaysAgo: 20,
      class: 'bypass' as const,
    },
  ];
  return account(trustOf({ incidents }));
}

/** The examples of docs/concepts/trust.md by their names. */
export const trustExamples = {
  'first-year': firstYear,
  account: () => account(trustOf({ incidents: [mended] })),
  learning,
  repeats,
  'same-day': sameDay,
  bypass,
};
