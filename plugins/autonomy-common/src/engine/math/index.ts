export * from './tolerance';
export * from './step';
export * from './intervals';
export * from './order';
export * from './share';
