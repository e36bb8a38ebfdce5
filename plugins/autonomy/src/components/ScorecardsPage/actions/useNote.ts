import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';

/** The reason that every change of the policy needs. */
export function useNote() {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [note, setNote] = useState('');
  return {
    value: note.trim(),
    mistake: note.trim() === '' ? t('changePolicy.noteMissing') : undefined,
    field: { value: note, onChange: setNote },
  };
}
