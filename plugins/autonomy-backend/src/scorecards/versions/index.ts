export { DatabasePolicyVersions } from './DatabasePolicyVersions';
export type {
  PolicyVersionsStore,
  PolicyVersionsWriter,
  StandingVersion,
  VersionText,
} from './PolicyVersionsStore';
export { newestOf } from './newestOf';
export { textsAt } from './textsAt';
export { BUILT_IN, type NewVersion, type VersionEntry } from './VersionRow';
export { statesOf } from './statesOf';
