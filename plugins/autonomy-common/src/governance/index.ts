export * from './ballot';
export * from './quarters';
