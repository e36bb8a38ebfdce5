export * from './tolerance';
export * from './step';
export * from './intervals';
export * from './median';
export * from './order';
export * from './share';
