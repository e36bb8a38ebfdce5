import type { MoveCounts } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';

/** What matters most about the moves, in one line. */
export function useHeadline(): (counts: MoveCounts) => string {
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return counts => {
    const { entities, guardrailWorse, levelDown, rightsGained, rightsLost } =
      counts;
    if (entities === 0) return t('simulation.nobody');
    const parts = [
      rightsLost > 0 && t('moveCount.rights-lost', { count: rightsLost }),
      rightsGained > 0 && t('moveCount.rights-gained', { count: rightsGained }),
      levelDown > 0 && t('moveCount.level-down', { count: levelDown }),
      guardrailWorse > 0 &&
        t('moveCount.guardrail-worse', { count: guardrailWorse }),
    ].filter(part => part !== false);
    return parts.length > 0
      ? format.all(parts)
      : t('moveCount.any', { count: entities });
  };
}
