export * from './vocabulary';
export * from './evidence';
export * from './checks';
export * from './trust';
export * from './evaluation';
export * from './policy';
