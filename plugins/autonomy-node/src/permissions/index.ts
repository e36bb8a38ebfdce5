export { autonomyEntityResourceRef } from './autonomyEntityResourceRef';
export type { EntityFilter, EntityRecord } from './types';
