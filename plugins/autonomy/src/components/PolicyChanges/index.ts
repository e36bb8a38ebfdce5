export { PolicyChanges, type PolicyChangesProps } from './PolicyChanges';
export { useFieldWords } from './useFieldWords';
export { valueText } from './valueText';
