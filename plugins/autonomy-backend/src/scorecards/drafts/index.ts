export {
  changedMeanwhile,
  DatabasePolicyDrafts,
  noDraft,
} from './DatabasePolicyDrafts';
export { DraftDesk } from './DraftDesk';
export type { PolicyDraftsStore, StoredDraft } from './PolicyDraftsStore';
