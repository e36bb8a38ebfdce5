export * from './useEntityAutonomy';
