export { EvaluationSweep } from './EvaluationSweep';
export {
  readSweepState,
  type CompletedSweep,
  type SweepState,
} from './SweepState';
