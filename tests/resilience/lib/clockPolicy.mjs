import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** How long what a level asks for must have held, in seconds. */
export const SUSTAINED_SECONDS = 20;
/** The check that an exemption is about. */
export const GUARDED_CHECK = 'guarded';

const scorecard = (role, checks) => ({
  apiVersion: 'aligned-autonomy/v1',
  kind: 'Scorecard',
  metadata: { name: role, title: role },
  spec: {
    role,
    checks: checks.map(check => ({ title: check.id, ...check })),
  },
});

const DOCUMENTS = [
  {
    apiVersion: 'aligned-autonomy/v1',
    kind: 'Policy',
    metadata: { name: 'clocks' },
    spec: {
      levels: [{ level: 2, sustainedFor: `PT${SUSTAINED_SECONDS}S` }],
      guardrails: {
        grace: { low: 'P0D', medium: 'P0D', high: 'P0D', critical: 'P0D' },
      },
    },
  },
  scorecard('readiness', [
    { id: 'lasting', expression: 'lasting.holds' },
    { id: 'brief', expression: 'brief.holds' },
  ]),
  scorecard('accountability', [
    { id: 'accounted', expression: 'lasting.holds' },
  ]),
  scorecard('levels', [
    { id: 'second', level: 2, expression: 'lasting.holds' },
    { id: 'third', level: 3, expression: '!lasting.holds' },
  ]),
  scorecard('guardrails', [
    {
      id: GUARDED_CHECK,
      expression: '!lasting.holds',
      owner: 'group:default/team',
      risk: 'None; it is never so.',
      areas: ['budget'],
      effect: 'narrow',
    },
  ]),
];

/**
 * Writes a policy in which what takes weeks takes seconds, with few checks.
 *
 * @returns the file
 */
export function writeClockPolicy(folder) {
  const file = path.join(folder, 'clocks.yaml');
  // YAML is a superset of JSON.
  writeFileSync(
    file,
    DOCUMENTS.map(document => JSON.stringify(document)).join('\n---\n'),
  );
  return file;
}
