export { createKnownFacts } from './createKnownFacts';
export type { KnownFactsReader } from './KnownFactsReader';
