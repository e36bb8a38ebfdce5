export { OpenAuditDialog } from './OpenAuditDialog';
export { RateAllDialog } from './RateAllDialog';
