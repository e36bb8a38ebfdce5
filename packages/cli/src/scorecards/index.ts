export { compileTexts, type Compilation, type Finding } from './compileTexts';
export { casesAsMarkdown, casesAsText } from './describeCases';
export { findingsAsMarkdown, findingsAsText } from './describeFindings';
export { inOneText } from './inOneText';
export type { PolicyText } from './PolicyText';
export { isTestFile, readTestsBeside, readTexts } from './readTexts';
export { FAIL_ON, isHit, SimulationRun, type FailOn } from './SimulationRun';
