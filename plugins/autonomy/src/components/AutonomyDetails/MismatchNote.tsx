import type { RightMismatch } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  useAutonomyWords,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';

/** What the team decides today beside what is recommended. */
export function MismatchNote(mismatch: RightMismatch) {
  const { actual, source, difference, priority } = mismatch;
  const words = useAutonomyWords();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const today = t('mismatch.today', {
    right: words.right(actual),
    source: t(`mismatch.source.${source}`),
  });
  if (difference === 0) {
    return (
      <>
        {today} {t('mismatch.none')}
      </>
    );
  }
  const steps = Math.abs(difference);
  const apart =
    difference > 0
      ? t('mismatch.surplus', { count: steps })
      : t('mismatch.deficit', { count: steps });
  return (
    <>
      {today} {apart}{' '}
      {priority !== undefined &&
        t('mismatch.priority', { priority: format.number(priority, 2) })}
    </>
  );
}
