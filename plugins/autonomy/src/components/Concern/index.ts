export * from './Concern';
