import type { FactSchemas } from '../cel';

/**
 * Facts of the collectors that this suite fills itself; a path outside of them is a mistake.
 * `catalog.tools` holds what the policy names.
 */
export const BUILT_IN_FACTS = {
  catalog: {
    'owner.exists': 'boolean',
    'owner.ref': 'text',
    kind: 'text',
    type: 'text',
    lifecycle: 'text',
    description: 'text',
    tags: 'texts',
    'system.ref': 'text',
    'domain.ref': 'text',
    'domain.hasBoard': 'boolean',
    'apis.provided': 'number',
    'apis.documented': 'number',
    'apis.consumed': 'number',
    'dependencies.total': 'number',
    'dependents.total': 'number',
    'dependents.crossTeam': 'number',
    'dependents.crossTeamUndocumented': 'number',
    'blastRadius.known': 'boolean',
    'blastRadius.dependents': 'number',
    'blastRadius.domains': 'number',
    tier: 'number',
  },
  team: { services: 'number', members: 'number', load: 'number' },
  incidents: {
    covered: 'boolean',
    sourceHeard: 'boolean',
    open: 'number',
    openCritical: 'number',
    count: 'number',
    reviewsDue: 'number',
    reviewsInTime: 'number',
    reviewShare: 'number',
    reportedShare: 'number',
  },
  deployments: {
    recorded: 'boolean',
    count: 'number',
    failed: 'number',
    perWeek: 'number',
    changeFailureRate: 'number',
    highConsequenceReviewShare: 'number',
    leadTimeHours: 'number',
    timeToRestoreHours: 'number',
  },
  audits: { agreedAt: 'instant' },
  evidence: { freshShare: 'number' },
} as const satisfies FactSchemas;

/** Collectors that nobody may push. @public */
export const RESERVED_COLLECTORS: readonly string[] = [
  'attestations',
  ...Object.keys(BUILT_IN_FACTS),
];
