export * from './autonomyApiRef';
export * from './autonomyGovernanceApiRef';
export * from './autonomyPolicyApiRef';
