export * from './AuditsPage';
