export type { ActivityReader } from './ActivityReader';
export { createHistoryReaders } from './createHistoryReaders';
export { DailyFiguresQueries } from './DailyFiguresQueries';
export { dayOf, daysBefore } from './days';
export type { EntityHistoryReader } from './EntityHistoryReader';
export { toFigures, type FigureRow } from './figures';
export type { TrendsReader } from './TrendsReader';
