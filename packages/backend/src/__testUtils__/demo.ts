/* eslint-disable @backstage/no-relative-monorepo-imports -- the demo's scripts are no package */
export { waitForEvaluations } from '../../../../scripts/demo/evaluations.mjs';
export { readEvidence } from '../../../../scripts/demo/evidence.mjs';
export { loadEvidence } from '../../../../scripts/demo/load.mjs';
