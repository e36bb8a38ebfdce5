import type { FieldPath } from '../DocumentLines';

/** Why a text is not read at all. */
export interface TextProblem {
  /** Where it is, in characters from 0. */
  offset: number;
  path: FieldPath;
  message: string;
}
