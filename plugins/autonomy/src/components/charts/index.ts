export * from './percent';
export * from './ShareBar';
export { TrendChart, type TrendChartProps } from './TrendChart';
export type { TrendMarker } from './TrendMarkers';
export type { TrendPoint, TrendSeries } from './trendRows';
