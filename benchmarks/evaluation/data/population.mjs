import {
  below,
  oneOf,
  seededRandom,
} from '../../../tests/resilience/lib/random.mjs';
import { createCatalogEntities } from './catalogEntities.mjs';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;
/** Facts are as fresh at the end of a long run as at its beginning. */
const TTL = 30 * DAY;
/** One in ten has nine tenths of the incidents, three on average. */
const HEAVY_EVERY = 10;
const HEAVY_INCIDENTS = 27;
const LIGHT_INCIDENT_SHARE = 1 / 3;
const DEPLOYMENTS = 5;
const EXEMPT_SHARE = 0.05;

const SEVERITIES = ['low', 'low', 'low', 'medium', 'medium', 'high'];
const AREAS = [['operations'], ['deployment'], ['operations', 'security']];

/** Of the guardrails in checks.yaml. */
const GUARDRAILS = [
  'no-critical-vulnerabilities',
  'licences-allowed',
  'changes-peer-reviewed',
  'tests-and-runtime',
  'within-budget',
];

/**
 * Everything that is known of so many components, without holding it: each part is made when it is asked for, and
 * always the same.
 *
 * @param options.now - UTC milliseconds; evidence is of the year before it
 * @returns `catalog`, see catalogEntities.mjs, and the `evidenceOf` a component by its number
 */
export function createPopulation({ now, seed, size }) {
  const catalog = createCatalogEntities(size);
  return {
    catalog,
    size,
    evidenceOf(n) {
      const random = seededRandom(seed * 1_000_003 + n);
      const entityRef = catalog.refOf(n);
      return {
        facts: factsOf(random).map(fact => ({
          ...fact,
          entityRef,
          since: now - 400 * DAY,
          collectedAt: now - HOUR,
          ttl: TTL,
        })),
        incidents: incidentsOf(random, { entityRef, n, now }),
        deployments: deploymentsOf(random, { entityRef, n, now }),
        coverage: [
          { entityRef, source: 'tickets', from: now - YEAR, lastHeardAt: now },
        ],
        exemptions: GUARDRAILS.filter(() => random() < EXEMPT_SHARE).map(
          checkId => ({
            id: `${checkId}-${n}`,
            entity_ref: entityRef,
            check_id: checkId,
            reason: 'Accepted by the board until the rewrite is done',
            approved_by: 'group:default/board',
            from_at: now - 10 * DAY,
            expires_at: now + 60 * DAY,
            recorded_at: now - 10 * DAY,
          }),
        ),
      };
    },
  };
}

/** Four collectors with five facts each; some teams are better than others. */
function factsOf(random) {
  const quality = 0.7 + 0.3 * random();
  const holds = () => random() < quality;
  const facts = {
    observability: {
      structuredLogs: holds(),
      metrics: holds(),
      tracing: holds(),
      alertsReachOnCall: holds(),
      dashboard: holds(),
    },
    security: {
      criticalVulnerabilities: holds() ? 0 : 2,
      licenceViolations: holds() ? 0 : 1,
      personalDataInventory: holds(),
      checksInPipeline: holds(),
      exportReviewers: holds() ? 2 : 1,
    },
    pipeline: {
      branchProtection: holds(),
      standardChecks: holds(),
      runtimeSupported: holds(),
      infrastructureAsCode: holds(),
      testCoverage: Math.round(100 * (0.4 + 0.6 * random())) / 100,
    },
    service: {
      onCall: holds(),
      incidentProcess: holds(),
      capacity: holds(),
      availability: holds() ? 0.9995 : 0.998,
      budgetUsed: holds() ? 0.8 : 1.2,
    },
  };
  return Object.entries(facts).map(([collector, values]) => ({
    collector,
    values,
  }));
}

function incidentsOf(random, { entityRef, n, now }) {
  const isHeavy = n % HEAVY_EVERY === 0;
  const count = isHeavy
    ? HEAVY_INCIDENTS
    : Number(random() < LIGHT_INCIDENT_SHARE);
  return Array.from({ length: count }, (_, i) => {
    const startedAt = now - DAY - below(random, YEAR - DAY);
    const completedAt = startedAt + 5 * DAY;
    const isReviewed = random() < 0.8 && completedAt < now;
    return {
      id: `incident-${n}-${i}`,
      source: 'tickets',
      entityRef,
      title: `Component ${n} answers with errors`,
      severity: oneOf(random, SEVERITIES),
      areas: oneOf(random, AREAS),
      startedAt,
      resolvedAt: startedAt + below(random, 12 * HOUR),
      ...(isReviewed && {
        review: {
          completedAt,
          actions: [{ title: 'Mend it', closedAt: completedAt + HOUR }],
        },
      }),
    };
  });
}

const deploymentsOf = (random, { entityRef, n, now }) =>
  Array.from({ length: DEPLOYMENTS }, (_, i) => ({
    id: `deployment-${n}-${i}`,
    source: 'pipeline',
    entityRef,
    status: random() < 0.1 ? 'rolled-back' : 'succeeded',
    area: 'deployment',
    finishedAt: now - DAY - below(random, 80 * DAY),
  }));
