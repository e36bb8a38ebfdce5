export { findValueProblem } from './findValueProblem';
export { TEXT_LIMITS } from './limits';
export { readYaml } from './readYaml';
