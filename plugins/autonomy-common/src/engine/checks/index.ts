export type { ChecksByRole } from './ChecksByRole';
export type { CheckSubject } from './CheckSubject';
export type { CheckVerdict } from './CheckVerdict';
export { FactContext, freshness } from './FactContext';
export { activeExemptions } from './exemptions';
export { explainCheck } from './explainCheck';
export {
  explainPart,
  figureWithExemptions,
  weightedFigure,
  type Figure,
} from './figure';
export { judgeCheck, judgeChecks } from './judgeCheck';
export { latestAttestations } from './attestations';
export { counts, isMet } from './states';
