/* eslint-disable @backstage/no-relative-monorepo-imports -- the demo's scripts are no package */
export { waitForEvaluations } from '../../../../scripts/demo/evaluations.mjs';
export { readEvidence, readFiles } from '../../../../scripts/demo/evidence.mjs';
export { loadGovernance } from '../../../../scripts/demo/governance.mjs';
export { loadEvidence } from '../../../../scripts/demo/load.mjs';
export { SAYINGS } from '../../../../scripts/demo/sayings.mjs';
