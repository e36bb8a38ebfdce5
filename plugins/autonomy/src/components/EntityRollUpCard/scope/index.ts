export { rollUpKindOf, type RollUpKind, type RollUpScope } from './rollUpScope';
export { ScopeLine } from './ScopeLine';
export { useRollUpScope } from './useRollUpScope';
