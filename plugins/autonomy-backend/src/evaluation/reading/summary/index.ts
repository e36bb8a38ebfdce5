export { AuthorizedSummaryReader } from './AuthorizedSummaryReader';
export { SummaryContext } from './SummaryContext';
export { SummaryQueries } from './SummaryQueries';
export type { SummaryReader } from './SummaryReader';
