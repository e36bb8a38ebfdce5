import { CONSEQUENCES, MATTERS } from '../../../model';
import { base, guardrails } from './compileOver';

const DAY = 86_400_000;
const LEVELS = [1, 2, 3, 4] as const;
const { policy } = base;
const asDuration = (milliseconds: number) => `P${milliseconds / DAY}D`;

/** Every way to loosen one field of the base, with the path of the field. */
export const looserSpecs: [path: string, spec: object][] = [
  ...policy.levels
    .slice(1)
    .flatMap(({ level, ...fields }) =>
      [
        { minReadiness: fields.minReadiness! - 1 },
        { minAccountability: fields.minAccountability! - 0.01 },
        { sustainedFor: asDuration(fields.sustainedFor! - DAY) },
        ...(fields.promotion === 'board' ? [{ promotion: 'auto' }] : []),
      ].map((field): [string, object] => [
        `levels[0].${Object.keys(field)}`,
        { levels: [{ level, ...field }] },
      ]),
    ),
  ...policy.areas
    .filter(({ consequence }) => consequence !== 'low')
    .map(({ id }): [string, object] => [
      'areas[0].consequence',
      { areas: [{ id, consequence: 'low' }] },
    ]),
  ...CONSEQUENCES.flatMap((c): [string, object][] => [
    [
      `guardrails.grace.${c}`,
      {
        guardrails: {
          grace: { [c]: asDuration(policy.guardrails.grace[c] + DAY) },
        },
      },
    ],
    [
      `guardrails.mandatoryLevelBound.${c}`,
      {
        guardrails: {
          mandatoryLevelBound: {
            [c]: policy.guardrails.mandatoryLevelBound[c] + 1,
          },
        },
      },
    ],
    [
      `trust.need.${c}`,
      { trust: { need: { [c]: policy.trust.need[c] - 0.01 } } },
    ],
    [
      `decisions.actorCaps.automation.${c}`,
      { decisions: { actorCaps: { automation: { [c]: 5 } } } },
    ],
    ...LEVELS.filter(level => policy.rights.byLevel[level][c] < 5).map(
      (level): [string, object] => [
        `rights.byLevel.${level}.${c}`,
        { rights: { byLevel: { [level]: { [c]: 5 } } } },
      ],
    ),
  ]),
  [
    'accountability.requiredCeiling',
    { accountability: { requiredCeiling: 1 } },
  ],
  ['ladder.demotionGrace', { ladder: { demotionGrace: 'P15D' } }],
  ['exemptions.maxDuration', { exemptions: { maxDuration: 'P91D' } }],
  ['exemptions.renewals', { exemptions: { renewals: 2 } }],
  ['exemptions.maxDebt', { exemptions: { maxDebt: 0.2 } }],
  ['grants.maxDuration', { grants: { maxDuration: 'P91D' } }],
  ['grants.renewals', { grants: { renewals: 2 } }],
  ...MATTERS.flatMap(matter => {
    const { quorum, approval } = policy.governance.rules[matter];
    const looser = [
      ...(quorum > 1 ? [{ quorum: quorum - 1 }] : []),
      ...(approval === 'unanimous' ? [{ approval: 'majority' }] : []),
    ];
    return looser.map((rule): [string, object] => [
      `governance.rules.${matter}.${Object.keys(rule)}`,
      { governance: { rules: { [matter]: rule } } },
    ]);
  }),
  ...guardrails
    .filter(({ effect }) => effect !== 'inform')
    .map(({ id }): [string, object] => [
      'checks[0].effect',
      { checks: [{ id, effect: 'inform' }] },
    ]),
  ...guardrails.map(({ id }): [string, object] => [
    'checks[0].grace',
    { checks: [{ id, grace: asDuration(policy.guardrails.grace.low + DAY) }] },
  ]),
  ...guardrails.map(({ id }): [string, object] => [
    'checks[0].consequence',
    { checks: [{ id, consequence: 'low' }] },
  ]),
];
