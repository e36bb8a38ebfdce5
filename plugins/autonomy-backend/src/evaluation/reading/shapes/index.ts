export { EvaluationShapes } from './EvaluationShapes';
export { stateOf, statusOf } from './letters';
