import { parseEntityRef } from '@backstage/catalog-model';
import { defaultEntityPresentation } from '@backstage/plugin-catalog-react';

/** What an entity is called where only its ref is known; what is no ref stays as it is. */
export function nameOf(ref: string): string {
  try {
    parseEntityRef(ref);
  } catch {
    return ref;
  }
  return defaultEntityPresentation(ref).primaryTitle;
}
