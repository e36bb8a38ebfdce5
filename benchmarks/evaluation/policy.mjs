import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** Sources of facts, each with four booleans and a number. */
export const COLLECTORS = ['observability', 'delivery', 'safety', 'standards'];
export const FLAGS = ['first', 'second', 'third', 'fourth'];
/** A check of a number holds from here on. */
const ENOUGH = 50;

/** Of each source four checks of booleans and one of a number; the roles take turns. */
const ROLES = {
  observability: 'readiness',
  delivery: 'guardrails',
  safety: 'accountability',
  standards: 'levels',
};
const AREAS = ['deployment', 'security', 'operations', 'data-access', 'budget'];
const LEVELS = [2, 2, 3, 3, 4];

/**
 * Writes a policy in which 20 checks take the place of the built-in ones.
 *
 * @returns the file
 */
export function writePolicy(folder) {
  const file = path.join(folder, 'policy.yaml');
  // YAML is a superset of JSON.
  const documents = COLLECTORS.map(scorecardOf);
  writeFileSync(
    file,
    documents.map(each => JSON.stringify(each)).join('\n---\n'),
  );
  return file;
}

function scorecardOf(collector) {
  const role = ROLES[collector];
  const expressions = [
    ...FLAGS.map(flag => `${collector}.${flag}`),
    `${collector}.score >= ${ENOUGH}`,
  ];
  return {
    apiVersion: 'aligned-autonomy/v1',
    kind: 'Scorecard',
    metadata: { name: role, title: role },
    spec: {
      role,
      checks: expressions.map((expression, n) => ({
        id: `${collector}-${n}`,
        title: `${collector} ${n}`,
        expression,
        ...partsOf(role, n),
      })),
    },
  };
}

function partsOf(role, n) {
  if (role === 'guardrails') {
    return {
      owner: 'group:default/group-0',
      risk: 'Something goes wrong that need not.',
      areas: [AREAS[n]],
      effect: 'narrow',
    };
  }
  return role === 'levels' ? { level: LEVELS[n] } : {};
}

/**
 * What a source says of an entity.
 *
 * @param variant - from 0; each tenth check fails, and another one in each variant
 */
export function factsOf(collector, variant) {
  const offset = COLLECTORS.indexOf(collector) * (FLAGS.length + 1);
  const holds = n => (variant + offset + n) % 10 !== 0;
  return {
    ...Object.fromEntries(FLAGS.map((flag, n) => [flag, holds(n)])),
    // Another number for each variant, so that each says something else.
    score: (holds(FLAGS.length) ? 80 : 20) + variant,
  };
}
