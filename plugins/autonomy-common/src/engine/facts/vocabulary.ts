/**
 * Facts of the collectors that this suite fills itself; a path outside of them is a mistake.
 * `catalog.tools` holds what the policy names.
 */
export const BUILT_IN_FACTS: Readonly<Record<string, readonly string[]>> = {
  catalog: [
    'owner.exists',
    'owner.ref',
    'kind',
    'type',
    'lifecycle',
    'description',
    'tags',
    'system.ref',
    'domain.ref',
    'domain.hasBoard',
    'apis.provided',
    'apis.documented',
    'apis.consumed',
    'dependents.total',
    'dependents.crossTeam',
    'dependents.crossTeamUndocumented',
    'blastRadius.known',
    'blastRadius.dependents',
    'blastRadius.domains',
    'tier',
  ],
  team: ['services', 'members'],
  incidents: [
    'covered',
    'sourceHeard',
    'open',
    'openCritical',
    'count90d',
    'reviewsDue',
    'reviewsInTime',
    'reviewShare',
    'reportedShare',
  ],
  deployments: [
    'recorded',
    'count90d',
    'failed90d',
    'deploymentsPerWeek90d',
    'changeFailureRate90d',
    'highConsequenceReviewShare90d',
    'leadTimeHours90d',
  ],
  evidence: ['freshShare'],
};

/** Collectors that nobody may push. @public */
export const RESERVED_COLLECTORS: readonly string[] = [
  'attestations',
  ...Object.keys(BUILT_IN_FACTS),
];
