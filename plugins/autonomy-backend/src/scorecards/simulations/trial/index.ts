export { AuthorizedPolicyTrials } from './AuthorizedPolicyTrials';
export type { PolicyTrials } from './PolicyTrials';
