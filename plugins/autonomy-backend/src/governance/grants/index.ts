export { createGrants, type Grants, type GrantsOptions } from './createGrants';
export { DatabaseGrantsStore } from './DatabaseGrantsStore';
export { GrantQueries } from './GrantQueries';
export type { GrantService } from './GrantService';
export type { GrantsStore } from './GrantsStore';
export { GrantViews } from './GrantViews';
