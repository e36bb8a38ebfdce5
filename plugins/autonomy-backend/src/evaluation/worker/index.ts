export { EvaluationLoops } from './EvaluationLoops';
export { EvaluationWorker } from './EvaluationWorker';
