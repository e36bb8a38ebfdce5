export { AuthorizedPolicyDocumentsService } from './AuthorizedPolicyDocumentsService';
export { DefaultPolicyDocumentsService } from './DefaultPolicyDocumentsService';
export { DocumentsReader } from './DocumentsReader';
export type { PolicyDocumentsService } from './PolicyDocumentsService';
export { PolicyImport } from './PolicyImport';
export { PolicyJudge } from './PolicyJudge';
export { PolicyStarters } from './PolicyStarters';
export { WriteAccess } from './WriteAccess';
