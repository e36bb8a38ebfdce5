export { type AutonomyFormatters } from './createFormatters';
export * from './useFormatters';
