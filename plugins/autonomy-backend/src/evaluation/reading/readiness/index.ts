export { AuthorizedReadinessReader } from './AuthorizedReadinessReader';
export { ReadinessQueries } from './ReadinessQueries';
export type { ReadinessReader } from './ReadinessReader';
