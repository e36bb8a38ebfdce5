export * from './vocabulary';
export * from './evidence';
export * from './evaluation';
export * from './policy';
