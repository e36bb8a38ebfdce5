export * from './EntitiesOverview';
