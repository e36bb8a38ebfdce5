import type { Policy, ReadinessBand } from '../../model';
import { unknownArea } from '../unknownArea';
import type { RuleViolation } from './RuleViolation';
import { turns } from './turns';

const BANDS: readonly ReadinessBand[] = [
  'ready',
  'minor-gaps',
  'focus',
  'not-ready',
];

/** More gaps never give a better band. */
export function bandRules({ readiness: { bands } }: Policy): RuleViolation[] {
  const path = ['readiness', 'bands'];
  const openEnded = bands.findIndex(({ maxGaps }) => maxGaps === undefined);
  if (openEnded !== bands.length - 1) {
    return [
      { path, message: 'only the last band, and it alone, has no maxGaps' },
    ];
  }
  const found = bands.map(({ band }) => band);
  const ordered = BANDS.filter(band => found.includes(band));
  if (ordered.join() !== found.join()) {
    return [
      {
        path,
        message: `must go from best to worst (expected ${ordered.join(
          ', ',
        )}, found ${found.join(', ')})`,
      },
    ];
  }
  return turns(
    bands.map(({ maxGaps }) => maxGaps),
    bands.map((_, i) => [...path, i, 'maxGaps']),
    'rise',
  );
}

export function tierRules({ tiers: { computed } }: Policy): RuleViolation[] {
  const path = ['tiers', 'computed'];
  const { minDependents, minDomains } = computed[computed.length - 1];
  const violations = turns(
    computed.map(({ tier }) => tier),
    computed.map((_, i) => [...path, i, 'tier']),
    'rise',
  );
  return minDependents === undefined && minDomains === undefined
    ? violations
    : [
        {
          path,
          message: 'the last tier must have no minimum, to be for all',
        },
        ...violations,
      ];
}

export function areaRules({ areas, trust }: Policy): RuleViolation[] {
  const ids = areas.map(({ id }) => id);
  return ids.includes(trust.defaultArea)
    ? []
    : [
        {
          path: ['trust', 'defaultArea'],
          message: unknownArea(trust.defaultArea, ids),
        },
      ];
}
