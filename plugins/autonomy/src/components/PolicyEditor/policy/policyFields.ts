import { CONSEQUENCES } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { Address } from '../document/address';

/** How a field of the policy is filled in. */
export type PolicyFieldKind =
  | 'number'
  | 'duration'
  | 'promotion'
  | 'consequence'
  | 'owner';

export interface PolicyField {
  /** Key of its words. */
  name: PolicyFieldName;
  kind: PolicyFieldKind;
  address: Address;
  /** What of its kind it is: a level, an area, a consequence. */
  of?: string;
}

export type PolicyFieldName =
  | 'minReadiness'
  | 'minAccountability'
  | 'minTrust'
  | 'sustainedFor'
  | 'promotion'
  | 'consequence'
  | 'ownedBy'
  | 'grace'
  | 'demotionGrace'
  | 'exemptions'
  | 'grants'
  | 'requiredCeiling';

const LEVELS = [2, 3, 4];

/** The minima of the levels above the first. */
export const LEVEL_FIELDS: PolicyField[] = LEVELS.flatMap(level => {
  const at = ['spec', 'levels', { key: 'level', is: level }];
  const of = String(level);
  return [
    {
      name: 'minReadiness',
      kind: 'number',
      address: [...at, 'minReadiness'],
      of,
    },
    {
      name: 'minAccountability',
      kind: 'number',
      address: [...at, 'minAccountability'],
      of,
    },
    {
      name: 'minTrust',
      kind: 'number',
      address: [...at, 'minTrust', 'value'],
      of,
    },
    {
      name: 'sustainedFor',
      kind: 'duration',
      address: [...at, 'sustainedFor'],
      of,
    },
    { name: 'promotion', kind: 'promotion', address: [...at, 'promotion'], of },
  ] satisfies PolicyField[];
});

/** How much is at stake in an area, and which board approves. */
export function areaFields(area: string): [PolicyField, PolicyField] {
  const at = ['spec', 'areas', { key: 'id', is: area }];
  return [
    {
      name: 'consequence',
      kind: 'consequence',
      address: [...at, 'consequence'],
      of: area,
    },
    { name: 'ownedBy', kind: 'owner', address: [...at, 'ownedBy'], of: area },
  ];
}

/** How long guardrails may fail, by consequence. */
export const GRACE_FIELDS: PolicyField[] = CONSEQUENCES.map(consequence => ({
  name: 'grace',
  kind: 'duration',
  address: ['spec', 'guardrails', 'grace', consequence],
  of: consequence,
}));

/** Limits that an overlay may tighten too. */
export const LIMIT_FIELDS: PolicyField[] = [
  {
    name: 'demotionGrace',
    kind: 'duration',
    address: ['spec', 'ladder', 'demotionGrace'],
  },
  {
    name: 'exemptions',
    kind: 'duration',
    address: ['spec', 'exemptions', 'maxDuration'],
  },
  {
    name: 'grants',
    kind: 'duration',
    address: ['spec', 'grants', 'maxDuration'],
  },
  {
    name: 'requiredCeiling',
    kind: 'number',
    address: ['spec', 'accountability', 'requiredCeiling'],
  },
];
