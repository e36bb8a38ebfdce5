export { AuthorizedEntityRefresh } from './AuthorizedEntityRefresh';
export type { EntityRefresh } from './EntityRefresh';
export type { RefreshService } from './RefreshService';
