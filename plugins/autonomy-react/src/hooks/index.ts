export * from './useEntityAutonomy';
export * from './useNow';
