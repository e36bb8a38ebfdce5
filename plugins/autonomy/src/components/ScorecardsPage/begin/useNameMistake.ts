import type { PolicyDocumentKey } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { isDocumentName } from './newTexts';

/** Why a new document may not be called so. */
export function useNameMistake(documents: PolicyDocumentKey[]) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (key: PolicyDocumentKey): string | undefined => {
    if (!isDocumentName(key.name)) return t('beginPolicy.nameMistake');
    return documents.some(
      ({ kind, name }) => kind === key.kind && name === key.name,
    )
      ? t('beginPolicy.nameTaken')
      : undefined;
  };
}
