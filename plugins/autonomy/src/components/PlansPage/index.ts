export * from './PlansPage';
