export { figuresBefore, instantOf } from './trendDays';
export { TrendSection } from './TrendSection';
export { useTrend } from './useTrend';
