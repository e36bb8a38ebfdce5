export { DatabaseFactsStore } from './DatabaseFactsStore';
export { factItemSchema } from './factItemSchema';
export type { FactsStore } from './FactsStore';
