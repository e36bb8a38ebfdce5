import type { Address } from '../document/address';

/** What every field of a form is told. */
export interface FieldProps {
  address: Address;
  label: string;
  /** What it means. */
  help?: string;
  /** What stands beside it says what it is; the label is only spoken. */
  hasHiddenLabel?: boolean;
}
