import { createGuardrail, createGuardrails } from '../createGuardrails';

const DAY = 86_400_000;

/** One guardrail breached, one passing on stale facts, ten that hold. */
export function guardrails(now: number) {
  const exports = createGuardrail({
    id: 'two-reviewers-on-data-exports',
    title: 'Two reviewers on data exports',
    status: 'breached',
    areas: ['data-access'],
    cap: 2,
  });
  exports.check.risk = 'Personal data leaves without a second look.';
  exports.check.owner = 'group:default/platform-team';
  exports.check.fix = { text: 'Require two approvals on the export job.' };
  exports.check.reads = [
    { path: 'security.dataExportReviewers', value: 1, state: 'fresh' },
  ];
  const secrets = createGuardrail({
    id: 'secrets-rotated',
    title: 'Secrets rotated within 90 days',
    status: 'at-risk',
    areas: ['security', 'infrastructure'],
  });
  secrets.check.stale = true;
  secrets.check.reads = [
    {
      path: 'security.secretsRotatedAt',
      value: new Date(now - 30 * DAY).toISOString(),
      state: 'stale',
      collectedAt: now - 1.1 * DAY,
    },
  ];
  const held = [
    'No known critical vulnerability',
    'Personal data is on the inventory',
    'Changes are reviewed by a second person',
    'Rollback tested within 90 days',
    'A backup was restored within 180 days',
    'No open critical incident',
    'API changes are checked for compatibility',
    'A supported runtime',
    'Spend within budget',
    'Only allowed licences',
  ].map((title, index) => createGuardrail({ id: `held-${index}`, title }));
  return createGuardrails([exports, secrets, ...held]);
}
