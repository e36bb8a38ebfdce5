export {
  autonomyConditions,
  createAutonomyConditionalDecision,
} from './conditionExports';
export { ReadAccess, type Visibility } from './ReadAccess';
export { registerPermissions } from './registerPermissions';
export { whereVisible } from './whereVisible';
