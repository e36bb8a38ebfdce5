export { factItemSchema } from './factItemSchema';
export { createFactsStore, type FactsStore } from './FactsStore';
