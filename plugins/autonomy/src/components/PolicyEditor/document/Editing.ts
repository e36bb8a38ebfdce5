import type {
  FactSchemas,
  FieldPath,
  KnownFact,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import type { JsonObject, JsonValue } from '@backstage/types';
import { createContext, useContext } from 'react';
import type { InForce } from '../inForce/inForce';
import { valueAt, type Address } from './address';

/** What the forms show, and how they write into the text. */
export interface Editing {
  /** What the text says, or last said while it could be read. */
  document: JsonObject;
  /** The text cannot be read, or not be changed by this reader. */
  isReadOnly: boolean;
  /** What holds without this document. */
  inForce: InForce;
  facts: KnownFact[];
  schemas: FactSchemas;
  /** What the verdict says of a field, or of anything in it. */
  issueAt: (address: Address) => string | undefined;
  set: (address: Address, value: JsonValue | undefined) => void;
  insert: (path: FieldPath, index: number, value: JsonValue) => void;
  remove: (path: FieldPath, index: number) => void;
  move: (path: FieldPath, from: number, to: number) => void;
}

const Context = createContext<Editing | undefined>(undefined);

export const EditingProvider = Context.Provider;

export function useEditing(): Editing {
  const editing = useContext(Context);
  if (!editing) throw new Error('There is no draft around this form');
  return editing;
}

/** One field: what stands there, what is wrong with it, and how to change it. */
export function useField(address: Address) {
  const { document, isReadOnly, issueAt, set } = useEditing();
  return {
    value: valueAt(document, address),
    mistake: issueAt(address),
    isReadOnly,
    change: (value: JsonValue | undefined) => set(address, value),
  };
}
