export * from './FailureMessage';
export * from './StateMessage';
