import { createGuardrail, createGuardrails } from '../createGuardrails';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function breached(now: number) {
  const guardrail = createGuardrail({
    id: 'two-reviewers-on-data-exports',
    title: 'Two reviewers on data exports',
    status: 'breached',
    areas: ['data-access'],
    cap: 2,
    notPassingSince: now - 12 * DAY,
  });
  guardrail.check.risk = 'Personal data leaves without a second look.';
  guardrail.check.owner = 'group:default/platform-team';
  guardrail.check.fix = { text: 'Require two approvals on the export job.' };
  guardrail.check.reads = [
    {
      path: 'security.dataExportReviewers',
      value: 1,
      state: 'fresh',
      collectedAt: now - 3 * HOUR,
      bounds: [{ operator: '>=', value: 2 }],
    },
  ];
  return guardrail;
}

function stale(now: number) {
  const guardrail = createGuardrail({
    id: 'secrets-rotated',
    title: 'Secrets rotated within 90 days',
    status: 'at-risk',
    areas: ['security', 'infrastructure'],
  });
  guardrail.check.stale = true;
  guardrail.check.reads = [
    {
      path: 'security.secretsRotatedAt',
      value: new Date(now - 30 * DAY).toISOString(),
      state: 'stale',
      collectedAt: now - 1.1 * DAY,
      bounds: [{ operator: 'within', value: 90 * DAY }],
    },
  ];
  return guardrail;
}

function withinGrace(now: number) {
  const guardrail = createGuardrail({
    id: 'rollback-tested',
    title: 'Rollback tested within 90 days',
    status: 'at-risk',
    areas: ['deployment'],
    mandatory: true,
    notPassingSince: now - 4 * DAY,
    breachesAt: now + 3 * DAY,
  });
  guardrail.check.state = 'fail';
  guardrail.check.score = 0;
  guardrail.check.risk = 'A bad release stays in production.';
  guardrail.check.fix = { text: 'Run the rollback job once and report it.' };
  guardrail.check.reads = [
    {
      path: 'pipeline.rollbackTestedAt',
      value: new Date(now - 94 * DAY).toISOString(),
      state: 'fresh',
      collectedAt: now - HOUR,
      bounds: [{ operator: 'within', value: 90 * DAY }],
    },
  ];
  return guardrail;
}

function recovering(now: number) {
  const guardrail = createGuardrail({
    id: 'allowed-licences',
    title: 'Only allowed licences',
    status: 'at-risk',
    areas: ['compliance'],
    notPassingSince: now - 6 * DAY,
    recoversAt: now + 2 * DAY,
  });
  guardrail.check.reads = [
    {
      path: 'pipeline.forbiddenLicences',
      value: [],
      state: 'fresh',
      collectedAt: now - HOUR,
      bounds: [{ operator: '==', value: 0, size: true }],
    },
  ];
  return guardrail;
}

function exempt(now: number) {
  const guardrail = createGuardrail({
    id: 'supported-runtime',
    title: 'A supported runtime',
    status: 'exempt',
    areas: ['technology-choice'],
    notPassingSince: now - 40 * DAY,
  });
  guardrail.check.exemption = {
    id: 'EX-31',
    reason: 'The upgrade ships with the new settlement engine.',
    expiresAt: now + 11 * DAY,
  };
  guardrail.check.reads = [
    {
      path: 'pipeline.runtime',
      value: 'node18',
      state: 'fresh',
      collectedAt: now - HOUR,
      bounds: [{ operator: 'in', value: ['node22', 'node24'] }],
    },
  ];
  return guardrail;
}

/** One guardrail breached, one failing within its grace, one stale, one recovering, one exempt, seven that hold. */
export function guardrails(now: number) {
  const held = [
    'No known critical vulnerability',
    'Personal data is on the inventory',
    'Changes are reviewed by a second person',
    'A backup was restored within 180 days',
    'No open critical incident',
    'API changes are checked for compatibility',
    'Spend within budget',
  ].map((title, index) => createGuardrail({ id: `held-${index}`, title }));
  return createGuardrails([
    breached(now),
    stale(now),
    withinGrace(now),
    recovering(now),
    exempt(now),
    ...held,
  ]);
}
