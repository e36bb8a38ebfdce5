export * from './ReadinessScore';
