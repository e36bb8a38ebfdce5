export type { Change, OutcomeChange } from './Change';
export { eventsOf, outcomeEvents } from './events';
export { outcomeOf } from './outcomeOf';
