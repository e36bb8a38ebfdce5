import type { CheckDefinition } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  useAutonomyWords,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { useAreaTitles } from '../../eventWords/useAreaTitles';

/** What a guardrail does to which areas while it is breached. */
export function useEffectWords(): (definition: CheckDefinition) => string {
  const titles = useAreaTitles();
  const words = useAutonomyWords();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return ({ areas: ids = [], effect, narrowTo }) => {
    const areas = format.all(ids.map(id => titles.get(id) ?? id));
    switch (effect) {
      case 'inform':
        return t('policyCheck.informs', { areas });
      case 'stop':
        return t('policyCheck.stops', { areas });
      default:
        return narrowTo === undefined
          ? t('policyCheck.narrows', { areas })
          : t('policyCheck.narrowsTo', { areas, right: words.right(narrowTo) });
    }
  };
}
