import type { PolicyChange } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import { useDocumentWords } from '../PolicyOrigin';
import { useFieldWords } from './useFieldWords';

/** What of the policy a change is about. */
export function usePolicyChangeWords(): (change: PolicyChange) => string {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const words = useDocumentWords();
  const fieldOf = useFieldWords();
  return ({ change, field = '', id = '', role, subject }) => {
    if (subject === 'policy') return fieldOf(field);
    if (change === 'changed') {
      return t(`policySubject.${subject}`, { id, field: fieldOf(field) });
    }
    return t(
      change === 'added'
        ? `policySubject.${subject}Added`
        : `policySubject.${subject}Removed`,
      { id, role: role ? words.role(role) : '' },
    );
  };
}
