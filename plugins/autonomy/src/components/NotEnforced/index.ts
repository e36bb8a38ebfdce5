export * from './NotEnforced';
