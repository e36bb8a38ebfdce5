import type { EventCause } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';

/** Says what made something change. */
export function useCauseWords(): (cause: EventCause) => string {
  const { t } = useTranslationRef(autonomyTranslationRef);
  return cause => t(`eventCause.${cause}`);
}
