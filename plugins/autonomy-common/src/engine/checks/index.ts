export { applicability } from './applicability';
export { evaluateCheck } from './evaluateCheck';
export { FactContext, freshness } from './FactContext';
export { counts, isMet, weightedScore } from './weightedScore';
