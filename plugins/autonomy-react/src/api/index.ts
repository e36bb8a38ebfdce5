export * from './autonomyApiRef';
