import { defaultPolicy, existingEstate } from '../../__fixtures__/defaults';
import {
  scenarioWithHistory,
  type GrantSketch,
  type Scenario,
} from '../../__fixtures__/scenario';
import { NOW } from '../../__fixtures__/time';
import { advance } from '../../engine';
import type { CapKind, Evaluation, RightResult } from '../../model';
import { figure, right } from '../figures';
import { table } from '../markdown';

const POLICY = existingEstate();

/** A good service with one outage in deployment, over its budget. */
const SHOP: Scenario = {
  coveredDays: 200,
  facts: { finance: { budgetUsed: 1.2 } },
  incidents: [
    {
      severity: 'high',
      areas: ['deployment'],
      startedDaysAgo: 40,
      reviewedAfterDays: 6,
    },
  ],
};

function evaluationOf(scenario: Scenario): Evaluation {
  return advance(scenarioWithHistory(scenario), POLICY, NOW);
}

function rightIn(area: string, scenario: Scenario): RightResult {
  return evaluationOf(scenario).rights.find(found => found.area === area)!;
}

/** The lowest cap of a kind. */
function capOf({ caps }: RightResult, kind: CapKind): string {
  const rights = caps.filter(cap => cap.kind === kind).map(cap => cap.right);
  return rights.length > 0 ? String(Math.min(...rights)) : '';
}

function capsOfEachArea(): string {
  return table(
    [
      'area',
      'consequence',
      'level',
      'trust',
      'accountability',
      'guardrail',
      'right',
    ],
    evaluationOf(SHOP).rights.map(found => [
      found.title,
      found.consequence,
      capOf(found, 'level'),
      capOf(found, 'trust'),
      capOf(found, 'accountability'),
      capOf(found, 'guardrail'),
      right(found.effective),
    ]),
  );
}

const SOURCES: Record<CapKind, string> = {
  level: 'its level',
  trust: 'trust',
  accountability: 'accountability',
  guardrail: 'a guardrail',
  plan: 'a plan',
  bypass: 'a bypass',
};

/** Why a right is what it is, in one sentence. */
function sentence({ title, recommended, caps }: RightResult): string {
  const binding = caps
    .filter(cap => cap.right === recommended)
    .map(({ kind, title: named, actual, need, nextAt }) => {
      if (kind === 'guardrail') return `the guardrail "${named}"`;
      if (kind === 'level') return `level ${actual}`;
      const next =
        nextAt === undefined ? '' : ` (one more from ${figure(nextAt)})`;
      return `${SOURCES[kind]} ${figure(actual!)} of ${need}${next}`;
    });
  return `- ${title}: ${right(recommended)}, because of ${binding.join(
    ' and ',
  )}.`;
}

function sentences(): string {
  const { rights } = evaluationOf(SHOP);
  return ['deployment', 'budget', 'security']
    .map(area => sentence(rights.find(found => found.area === area)!))
    .join('\n');
}

function trustSteps(): string {
  const { need } = defaultPolicy().policy.trust;
  const starts = [1, 2, 3, 4].map(step => step / 5);
  return table(
    ['consequence', ...starts.map((_, i) => `right ${i + 2} from`)],
    Object.entries(need).map(([consequence, full]) => [
      consequence,
      ...starts.map(start => figure(start * full)),
    ]),
  );
}

function grants(): string {
  const grant = (area: string, to: 3 | 5, more: Partial<GrantSketch> = {}) => [
    { area, right: to, fromDaysAgo: 20, expiresDaysAgo: -40, ...more },
  ];
  const failure = {
    severity: 'medium' as const,
    areas: ['budget'],
    startedDaysAgo: 5,
    reviewedAfterDays: 3,
  };
  const overBudget = { facts: { finance: { budgetUsed: 1.2 } } };
  const trial = grant('budget', 5, { trialFailsFrom: 'medium' });
  const rows: [string, string, Scenario][] = [
    ['a guardrail narrows', 'budget', overBudget],
    [
      'a grant over it',
      'budget',
      { ...overBudget, grants: grant('budget', 5) },
    ],
    ['a trial over it', 'budget', { ...overBudget, grants: trial }],
    [
      'the trial, and a medium incident during it',
      'budget',
      { ...overBudget, grants: trial, incidents: [failure] },
    ],
    [
      'a grant over a mandatory guardrail',
      'deployment',
      {
        facts: { security: { criticalVulnerabilities: 1 } },
        grants: grant('deployment', 5),
      },
    ],
    [
      'a grant over a plan with cap 2',
      'deployment',
      {
        grants: grant('deployment', 5),
        plans: [
          {
            areas: ['deployment'],
            cap: 2,
            startsDaysAgo: 10,
            endsDaysAgo: -50,
          },
        ],
      },
    ],
    [
      'a grant below what is recommended',
      'deployment',
      { grants: grant('deployment', 3) },
    ],
  ];
  return table(
    ['case', 'area', 'recommended', 'granted', 'in force'],
    rows.map(([title, area, scenario]) => {
      const {
        recommended,
        grant: granted,
        effective,
      } = rightIn(area, scenario);
      const word = granted?.failed ? 'failed' : granted && right(granted.right);
      return [title, area, right(recommended), word ?? '', right(effective)];
    }),
  );
}

function mismatches(): string {
  const young = { coveredDays: 90 };
  const rows: [string, string, Scenario][] = [
    [
      'a young service',
      'security',
      { ...young, audits: [{ heldDaysAgo: 20, agreed: { security: 5 } }] },
    ],
    [
      'the same, of tier 1',
      'security',
      {
        ...young,
        tier: 1,
        audits: [{ heldDaysAgo: 20, agreed: { security: 5 } }],
      },
    ],
    [
      'a proven service',
      'security',
      { audits: [{ heldDaysAgo: 20, agreed: { security: 5 } }] },
    ],
    [
      'a proven service held short',
      'tooling',
      { audits: [{ heldDaysAgo: 20, agreed: { tooling: 2 } }] },
    ],
    [
      'the same elsewhere',
      'security',
      { audits: [{ heldDaysAgo: 20, agreed: { security: 2 } }] },
    ],
  ];
  return table(
    ['service', 'area', 'decides', 'recommended', 'mismatch', 'priority'],
    rows.map(([title, area, scenario]) => {
      const { recommended, mismatch } = rightIn(area, scenario);
      const { actual, difference, priority = 0 } = mismatch!;
      const kind = difference > 0 ? 'surplus' : 'deficit';
      return [
        title,
        area,
        right(actual),
        right(recommended),
        `${kind} ${Math.abs(difference)}`,
        priority.toFixed(2),
      ];
    }),
  );
}

/** The examples of docs/concepts/rights.md by their names. */
export const rightExamples = {
  caps: capsOfEachArea,
  sentences,
  'trust-steps': trustSteps,
  grants,
  mismatches,
};
