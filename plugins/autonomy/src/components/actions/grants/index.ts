export { GrantDialog, type GrantDialogProps } from './GrantDialog';
export { RenewGrantDialog } from './RenewGrantDialog';
export { RevokeGrantDialog } from './RevokeGrantDialog';
