export { CheckDays } from './CheckDays';
export type { CheckInsightReader } from './CheckInsightReader';
export { createCheckInsight } from './createCheckInsight';
