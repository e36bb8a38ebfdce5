export {
  createExemptions,
  type Exemptions,
  type ExemptionsOptions,
} from './createExemptions';
export { DatabaseExemptionsStore } from './DatabaseExemptionsStore';
export {
  DatabaseExemptionDebtReader,
  type DebtOptions,
  type ExemptionDebtReader,
} from './ExemptionDebtReader';
export type { ExemptionService } from './ExemptionService';
export type { ExemptionsStore } from './ExemptionsStore';
