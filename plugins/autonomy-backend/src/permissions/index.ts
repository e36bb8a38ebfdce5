export {
  autonomyConditions,
  createAutonomyConditionalDecision,
} from './conditionExports';
export { OwnerAccess } from './OwnerAccess';
export { ReadAccess, type Visibility } from './ReadAccess';
export { registerPermissions } from './registerPermissions';
export { requirePermission, requirePermissionFor } from './requirePermission';
export { whereAllVisible } from './whereVisible';
