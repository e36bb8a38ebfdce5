export * from './outlook';
export * from './useLevelWords';
