export type { Change } from './Change';
export { eventsOf } from './events';
export { outcomeOf } from './outcomeOf';
