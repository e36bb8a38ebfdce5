import type {
  CheckResult,
  Evaluation,
  EntityGuardrailStatus,
  ReadinessBand,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  createAccountability,
  createCheck,
  createEvaluation,
  createGuardrail,
  createGuardrails,
  createReadiness,
  createRight,
} from '@aligned-autonomy/backstage-plugin-autonomy-react/testUtils';
import { states } from './states';

const TEAMS = ['payments', 'content', 'platform'];
const STATUSES: EntityGuardrailStatus[] = [
  'ok',
  'breached',
  'at-risk',
  'unknown',
  'exempt',
  'none',
];
const BANDS: [ReadinessBand, number, number][] = [
  ['ready', 100, 0],
  ['minor-gaps', 86, 3],
  ['focus', 61, 7],
  ['not-ready', 22, 12],
];

const LEVEL_1_ALLOWS = { low: 3, medium: 2, high: 1, critical: 1 } as const;

const unreported = (check: CheckResult): CheckResult => ({
  ...check,
  state: 'unknown',
  unknownReason: 'fact-missing',
  score: 0,
});

/** One that is new: no source, nothing reported, names as long as a catalog allows. */
function newcomer(): Evaluation {
  const story = createEvaluation();
  const long = 'settlement-reconciliation-and-chargeback-evidence-collector-x';
  return createEvaluation({
    entity: {
      ...story.entity,
      entityRef: `component:default/${long}`,
      name: long,
      title: long,
      tier: {
        declared: 3,
        computed: 1,
        effective: 1,
        dependents: 61,
        dependentDomains: 3,
      },
    },
    level: {
      ...story.level,
      level: 1,
      title: 'Foundations',
      eligible: 1,
    },
    guardrails: createGuardrails(
      [
        'No known critical vulnerability',
        'Secrets rotated within 90 days',
        'A supported runtime',
      ].map((title, index) =>
        createGuardrail({ id: `g${index}`, title, status: 'unknown' }),
      ),
    ),
    readiness: createReadiness([
      createCheck({
        id: 'logs',
        title: 'Structured logs',
        section: 'Observability',
        state: 'unknown',
        unknownReason: 'fact-missing',
        linked: true,
        score: 0.5,
        reads: [{ path: 'observability.structuredLogs', state: 'missing' }],
      }),
    ]),
    accountability: createAccountability(
      story.accountability.items.map(({ required, check }) => ({
        required,
        check: required ? unreported(check) : check,
      })),
    ),
    plans: [],
    evidence: { sources: [], collectors: [] },
    rights: story.rights.map(({ area, title, consequence, caps }) =>
      createRight({
        area,
        title,
        consequence,
        caps: [
          {
            kind: 'level',
            right: LEVEL_1_ALLOWS[consequence],
            hard: false,
            actual: 1,
          },
          caps[1],
          { kind: 'accountability', right: 2, hard: true, actual: 0.39 },
        ],
      }),
    ),
  });
}

/** Fifty entities of three teams in every status and band, and one of each extreme. */
export function evaluations(): Evaluation[] {
  const many = Array.from({ length: 50 }, (_, index) => {
    const story = createEvaluation();
    const team = TEAMS[index % TEAMS.length];
    const name = `${team}-service-${index + 1}`;
    const step = story.level.ladder[index % 4];
    const [band, score, gaps] = BANDS[index % 4];
    const status = STATUSES[index % STATUSES.length];
    return createEvaluation({
      entity: {
        ...story.entity,
        entityRef: `component:default/${name}`,
        name,
        title: undefined,
        ownerRef: `group:default/${team}-team`,
        domainRef: `domain:default/${team}`,
        tier: {
          ...story.entity.tier,
          effective: ((index % 4) + 1) as 1 | 2 | 3 | 4,
        },
      },
      level: {
        ...story.level,
        level: step.level,
        title: step.title,
        eligible: step.level,
      },
      guardrails: createGuardrails(
        status === 'none'
          ? []
          : [createGuardrail({ id: 'g', title: 'A guardrail', status })],
      ),
      readiness: { ...story.readiness, band, score, gaps },
    });
  });
  return [createEvaluation(), newcomer(), ...states(), ...many];
}
