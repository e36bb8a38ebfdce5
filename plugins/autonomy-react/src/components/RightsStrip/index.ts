export * from './RightsStrip';
