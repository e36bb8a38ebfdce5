import { writeFileSync } from 'node:fs';
import path from 'node:path';

const FACTS = [
  'observability.structuredLogs',
  'observability.metrics',
  'observability.tracing',
  'observability.alertsReachOnCall',
  'observability.dashboard',
  'security.personalDataInventory',
  'security.checksInPipeline',
  'pipeline.branchProtection',
  'pipeline.standardChecks',
  'pipeline.infrastructureAsCode',
  'service.onCall',
  'service.incidentProcess',
  'service.capacity',
];
const COVERAGES = [45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 98];

/**
 * Writes a scorecard that makes the five guardrails of the evaluation benchmark thirty.
 *
 * @returns its file
 */
export function writeGuardrails(folder) {
  const checks = [
    ...FACTS.map(fact => ({
      id: `needs-${fact.split('.')[1].toLocaleLowerCase('en-US')}`,
      title: `Nothing is released without ${fact}`,
      areas: ['deployment'],
      expression: fact,
    })),
    ...COVERAGES.map(percent => ({
      id: `coverage-${percent}`,
      title: `At least ${percent} % of the code is tested`,
      areas: ['operations'],
      expression: `pipeline.testCoverage >= ${percent / 100}`,
    })),
  ];
  const file = path.join(folder, 'more-guardrails.yaml');
  const scorecard = {
    apiVersion: 'aligned-autonomy/v1',
    kind: 'Scorecard',
    metadata: { name: 'more-guardrails', title: 'More guardrails' },
    spec: { role: 'guardrails', checks },
  };
  // JSON is YAML.
  writeFileSync(file, JSON.stringify(scorecard));
  return file;
}
