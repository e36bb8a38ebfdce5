import { CONSEQUENCES, type LevelPolicy, type Policy } from '../../model';
import type { RuleViolation } from './RuleViolation';
import { turns } from './turns';

const FREE: readonly string[] = ['level', 'title'];

function lowestLevelRules(lowest: LevelPolicy): RuleViolation[] {
  return Object.keys(lowest)
    .filter(key => !FREE.includes(key))
    .map(key => ({
      path: ['levels', 0, key],
      message: 'level 1 has no criteria (expected nothing)',
    }));
}

/** Without both of them a level could never be taken, or would be at once. */
function promotionRules(levels: readonly LevelPolicy[]): RuleViolation[] {
  return levels.slice(1).flatMap((level, i) =>
    (['sustainedFor', 'promotion'] as const).flatMap((field): RuleViolation[] =>
      level[field] === undefined
        ? [
            {
              path: ['levels', i + 1, field],
              message: `is missing (level ${level.level} expects it)`,
            },
          ]
        : [],
    ),
  );
}

/** Else an area would no longer need trust because more is at stake in it. */
function consequenceGaps(levels: readonly LevelPolicy[]): RuleViolation[] {
  return levels.flatMap(({ minTrust }, i): RuleViolation[] => {
    if (!minTrust) return [];
    const { consequences } = minTrust;
    const lowest = CONSEQUENCES.findIndex(c => consequences.includes(c));
    const expected = CONSEQUENCES.slice(lowest);
    if (expected.every(c => consequences.includes(c))) return [];
    return [
      {
        path: ['levels', i, 'minTrust', 'consequences'],
        message: `must hold every consequence above its lowest (expected ${expected.join(
          ', ',
        )}, found ${consequences.join(', ')})`,
      },
    ];
  });
}

/** A higher level never asks for less trust, nor for trust in fewer areas. */
function minTrustRules(levels: readonly LevelPolicy[]): RuleViolation[] {
  const path = (i: number, field: string) => ['levels', i, 'minTrust', field];
  const violations = turns(
    levels.map(({ minTrust }) => minTrust?.value),
    levels.map((_, i) => path(i, 'value')),
    'rise',
  );
  let needed: readonly string[] = [];
  levels.forEach(({ minTrust }, i) => {
    if (!minTrust) return;
    const found: readonly string[] = minTrust.consequences;
    const lost = needed.filter(consequence => !found.includes(consequence));
    if (lost.length > 0) {
      violations.push({
        path: path(i, 'consequences'),
        message: `must hold those of the levels below (expected ${lost.join(
          ', ',
        )} too)`,
      });
    }
    needed = found;
  });
  return violations;
}

function enforcementRules({ ladder }: Policy): RuleViolation[] {
  const { bootstrap, enforcedFrom } = ladder;
  const path = ['ladder', 'enforcedFrom'];
  if (bootstrap === 'observe' && enforcedFrom === undefined) {
    return [
      {
        path,
        message:
          'is missing (bootstrap observe expects the date from which rights are enforced)',
      },
    ];
  }
  if (bootstrap !== 'observe' && enforcedFrom !== undefined) {
    return [
      {
        path,
        message: `has no meaning here (expected bootstrap observe, found ${bootstrap})`,
      },
    ];
  }
  return [];
}

/** What the levels of the ladder promise together. Model section 6. */
export function ladderRules(policy: Policy): RuleViolation[] {
  const { levels } = policy;
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
  const rising = (field: 'minReadiness' | 'minAccountability') =>
    turns(
      levels.map(level => level[field]),
      levels.map((_, i) => ['levels', i, field]),
      'rise',
    );
  return [
    ...rising('minReadiness'),
    ...rising('minAccountability'),
    ...consequenceGaps(levels),
    ...minTrustRules(levels),
    ...lowestLevelRules(levels[0]),
    ...promotionRules(levels),
    ...enforcementRules(policy),
  ];
}
