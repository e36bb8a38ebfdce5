export {
  CHECK_EXPECTATIONS,
  type CheckCase,
  type CheckCaseResult,
  type CheckExpectation,
  type CheckTests,
} from './CheckTests';
export { parseCheckTests } from './parseCheckTests';
export { runCheckTests } from './runCheckTests';
