export { fatigueSignals } from './fatigueSignals';
