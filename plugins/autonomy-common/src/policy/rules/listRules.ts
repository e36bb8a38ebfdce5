import { unknownArea } from '../../engine/unknownArea';
import type { Policy, ReadinessBand } from '../../model';
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
  const last = bands.length - 1;
  const openEnded = bands.findIndex(({ maxGaps }) => maxGaps === undefined);
  if (openEnded === -1) {
    const message = `has no meaning in the last band, which is for all the rest (expected nothing, found ${bands[last].maxGaps})`;
    return [{ path: [...path, last, 'maxGaps'], message }];
  }
  if (openEnded < last) {
    const message =
      'is missing (expected a number of gaps in every band but the last, found nothing)';
    return [{ path: [...path, openEnded, 'maxGaps'], message }];
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
  const last = computed.length - 1;
  const violations = turns(
    computed.map(({ tier }) => tier),
    computed.map((_, i) => [...path, i, 'tier']),
    'rise',
  );
  const minima = (['minDependents', 'minDomains'] as const).filter(
    field => computed[last][field] !== undefined,
  );
  return [
    ...minima.map(field => ({
      path: [...path, last, field],
      message: `has no meaning in the last tier, which is for all the rest (expected nothing, found ${computed[last][field]})`,
    })),
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
