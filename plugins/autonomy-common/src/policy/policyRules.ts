import {
  CONSEQUENCES,
  SEVERITIES,
  type Consequence,
  type Policy,
} from '../model';
import type { FieldPath } from './DocumentLines';

/** A rule that the fields of a policy break together. */
export interface RuleViolation {
  path: FieldPath;
  message: string;
}

/** Places where a row of figures turns back although it may only rise (or only fall). */
function turns(
  values: readonly (number | undefined)[],
  paths: readonly FieldPath[],
  direction: 'rise' | 'fall',
): RuleViolation[] {
  const violations: RuleViolation[] = [];
  let last: number | undefined;
  values.forEach((value, i) => {
    if (value === undefined) return;
    const wrong =
      last !== undefined &&
      (direction === 'rise' ? value < last : value > last);
    if (wrong) {
      const words = direction === 'rise' ? 'at least' : 'at most';
      violations.push({
        path: paths[i],
        message: `must not ${
          direction === 'rise' ? 'fall' : 'rise'
        } (expected ${words} ${last}, found ${value})`,
      });
    }
    last = value;
  });
  return violations;
}

function levelRules({ levels }: Policy): RuleViolation[] {
  const found = levels.map(({ level }) => level);
  if (found.join() !== '1,2,3,4') {
    return [
      {
        path: ['levels'],
        message: `must hold each level once, in order (expected 1, 2, 3, 4, found ${
          found.join(', ') || 'nothing'
        })`,
      },
    ];
  }
  const field = (name: string) => levels.map((_, i) => ['levels', i, name]);
  const criteria = Object.keys(levels[0]).find(key => key.startsWith('min'));
  return [
    ...turns(
      levels.map(level => level.minReadiness),
      field('minReadiness'),
      'rise',
    ),
    ...turns(
      levels.map(level => level.minAccountability),
      field('minAccountability'),
      'rise',
    ),
    ...(criteria
      ? [
          {
            path: ['levels', 0, criteria],
            message: 'level 1 has no criteria (expected nothing)',
          },
        ]
      : []),
  ];
}

function byConsequence(
  table: Record<Consequence, number>,
  path: FieldPath,
  direction: 'rise' | 'fall',
): RuleViolation[] {
  return turns(
    CONSEQUENCES.map(consequence => table[consequence]),
    CONSEQUENCES.map(consequence => [...path, consequence]),
    direction,
  );
}

/** Tables whose order carries the model's promises: worse never costs less, more never allows less. */
function tableRules({
  rights: { byLevel },
  trust,
  guardrails,
}: Policy): RuleViolation[] {
  const levels = [1, 2, 3, 4] as const;
  return [
    ...levels.flatMap(level =>
      byConsequence(
        byLevel[level],
        ['rights', 'byLevel', String(level)],
        'fall',
      ),
    ),
    ...CONSEQUENCES.flatMap(consequence =>
      turns(
        levels.map(level => byLevel[level][consequence]),
        levels.map(level => ['rights', 'byLevel', String(level), consequence]),
        'rise',
      ),
    ),
    ...SEVERITIES.flatMap(severity =>
      byConsequence(trust.loss[severity], ['trust', 'loss', severity], 'rise'),
    ),
    ...CONSEQUENCES.flatMap(consequence =>
      turns(
        SEVERITIES.map(severity => trust.loss[severity][consequence]),
        SEVERITIES.map(severity => ['trust', 'loss', severity, consequence]),
        'rise',
      ),
    ),
    ...byConsequence(trust.need, ['trust', 'need'], 'rise'),
    ...byConsequence(
      guardrails.mandatoryLevelBound,
      ['guardrails', 'mandatoryLevelBound'],
      'fall',
    ),
    ...turns(
      [guardrails.caps.narrow, guardrails.caps.stop],
      [
        ['guardrails', 'caps', 'narrow'],
        ['guardrails', 'caps', 'stop'],
      ],
      'fall',
    ),
  ];
}

function bandRules({ readiness: { bands } }: Policy): RuleViolation[] {
  const path = ['readiness', 'bands'];
  const openEnded = bands.findIndex(({ maxGaps }) => maxGaps === undefined);
  if (openEnded !== bands.length - 1) {
    return [
      { path, message: 'only the last band, and it alone, has no maxGaps' },
    ];
  }
  return turns(
    bands.map(({ maxGaps }) => maxGaps),
    bands.map((_, i) => [...path, i, 'maxGaps']),
    'rise',
  );
}

function tierRules({ tiers: { computed } }: Policy): RuleViolation[] {
  const path = ['tiers', 'computed'];
  const last = computed[computed.length - 1];
  const always =
    last.minDependents === undefined && last.minDomains === undefined;
  return [
    ...(always
      ? []
      : [
          {
            path,
            message: 'the last tier must have no minimum, to be for all',
          },
        ]),
    ...turns(
      computed.map(({ tier }) => tier),
      computed.map((_, i) => [...path, i, 'tier']),
      'rise',
    ),
  ];
}

function areaRules({ areas, trust }: Policy): RuleViolation[] {
  const ids = areas.map(({ id }) => id);
  return ids.includes(trust.defaultArea)
    ? []
    : [
        {
          path: ['trust', 'defaultArea'],
          message: `unknown area (expected one of ${ids.join(', ')}, found ${
            trust.defaultArea
          })`,
        },
      ];
}

/** What no single field shows: whether the parts of a policy fit together. */
export function checkPolicyRules(policy: Policy): RuleViolation[] {
  return [
    ...levelRules(policy),
    ...areaRules(policy),
    ...bandRules(policy),
    ...tierRules(policy),
    ...tableRules(policy),
  ];
}
