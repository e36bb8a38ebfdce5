export { AuthorizedGuardrailMatrixReader } from './AuthorizedGuardrailMatrixReader';
export { GuardrailMatrixQueries } from './GuardrailMatrixQueries';
export type { GuardrailMatrixReader } from './GuardrailMatrixReader';
