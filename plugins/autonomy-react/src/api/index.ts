export * from './autonomyApiRef';
export * from './autonomyPolicyApiRef';
