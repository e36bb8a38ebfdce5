/**
 * The golden set: what the engine must say, so that every part is tested against the same cases.
 * It reads files, so it is for tests under Node.
 *
 * @packageDocumentation
 */
export { goldenCases, type GoldenCase } from '../__fixtures__/golden';
export { goldenSummary } from '../__fixtures__/goldenSummary';
