import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { oneLine } from '../shared';

const SHORTEST = 10;
const LONGEST = 1_000;

/** A reason that is kept with what it is given for. */
export function useReason(first = '') {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [typed, setTyped] = useState(first);
  const value = oneLine(typed);
  return {
    value,
    mistake:
      value.length < SHORTEST
        ? t('exemptionAction.reasonShort', { least: String(SHORTEST) })
        : undefined,
    field: {
      large: true,
      required: true,
      value: typed,
      onChange: setTyped,
      longest: LONGEST,
    },
  };
}
