export * from './DependencyGraph';
export * from './entityTier';
export * from './placement';
