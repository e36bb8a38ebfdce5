export * from './useToneStyles';
