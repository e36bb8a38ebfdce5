import type { RecordedAttestation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';

/** An answer that the next evaluation will count. */
export function NewAnswer({ answer }: { answer: RecordedAttestation }) {
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <div>
      {t('attestAction.given', {
        answer: t(`attestAction.${answer.answer}`),
        date: format.date(answer.expiresAt),
      })}
    </div>
  );
}
