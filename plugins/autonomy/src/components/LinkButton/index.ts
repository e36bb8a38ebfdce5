export * from './LinkButton';
