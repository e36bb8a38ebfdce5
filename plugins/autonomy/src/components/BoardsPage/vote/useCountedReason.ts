import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { useReason } from '../../actions/dialog';

/** A reason that says how much of it is written. */
export function useCountedReason() {
  const { field, mistake, value } = useReason();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return {
    value,
    mistake,
    field: {
      ...field,
      help: t('boardVote.counter', {
        typed: format.number(value.length),
        longest: format.number(field.longest),
      }),
    },
  };
}
