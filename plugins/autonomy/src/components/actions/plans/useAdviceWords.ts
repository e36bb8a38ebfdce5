import type {
  RepairAdvice,
  RepairReason,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyReactTranslationRef,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';

/** Why a repair was advised, one sentence a reason. */
export function useAdviceWords(): (advice: RepairAdvice) => string[] {
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { t: word } = useTranslationRef(autonomyReactTranslationRef);

  function sentence(reason: RepairReason, advice: RepairAdvice): string {
    const { safety, severity, trustBefore } = advice;
    switch (reason) {
      case 'caused-elsewhere':
        return t('repairAdvice.causedElsewhere');
      case 'class':
        return t('repairAdvice.class', {
          class: t(`incidentClass.${advice.class}`),
        });
      case 'severity':
        return t('repairAdvice.severity', {
          severity: word(`consequence.${severity}`),
        });
      case 'irreversible':
        return t('repairAdvice.irreversible');
      case 'trust-before':
        return t(
          trustBefore.weak
            ? 'repairAdvice.weakRecord'
            : 'repairAdvice.strongRecord',
          { trust: format.share(trustBefore.value) },
        );
      default:
        return safety.mean === undefined
          ? t('repairAdvice.noPulse', {
              safety: t(`repairAdvice.safety.${safety.level}`),
            })
          : t('repairAdvice.pulse', {
              safety: t(`repairAdvice.safety.${safety.level}`),
              mean: format.fixed(safety.mean, 1),
            });
    }
  }
  return advice => advice.reasons.map(reason => sentence(reason, advice));
}
