export { mayI, UNKNOWN_ENTITY } from './mayI';
export { owedOutcomes } from './owedOutcomes';
export { alignment } from './alignment';
