import type { ExemptionDebt } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';

/** One digit, so that a share beyond the limit never looks like the limit. */
const DIGITS = 1;

/** How much is exempt, in words. */
export function useDebtWords(): (debt: ExemptionDebt) => string {
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return ({ exempt, limit, pairs, share }) =>
    share === undefined
      ? t('boardDebt.noPairs')
      : t('boardDebt.words', {
          exempt: format.number(exempt),
          count: pairs,
          share: format.number(share * 100, DIGITS),
          limit: format.number(limit * 100, DIGITS),
        });
}
