export { createPromotions } from './createPromotions';
export { DatabasePromotionsStore } from './DatabasePromotionsStore';
export type { PromotionsStore } from './PromotionsStore';
