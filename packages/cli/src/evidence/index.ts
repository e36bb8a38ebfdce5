export {
  findMistakes,
  findRefMistake,
  mistake,
  type Mistake,
} from './findMistakes';
export { readInstant } from './instants';
export {
  columnsOf,
  KIND_NAMES,
  KINDS,
  type EvidenceKind,
  type FieldType,
  type KindName,
} from './kinds';
