export * from './DependencyGraph';
export * from './entityTier';
