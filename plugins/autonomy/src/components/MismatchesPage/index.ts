export * from './MismatchesPage';
