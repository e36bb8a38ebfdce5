export * from './PagedResult';
