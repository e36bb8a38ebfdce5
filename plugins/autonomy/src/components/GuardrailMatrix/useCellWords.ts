import type {
  GuardrailCounts,
  GuardrailStatus,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { autonomyTranslationRef } from '../../translation';
import { STATUSES, type Standing } from './standingOf';

/** The texts of cells, made once for all of them. */
export function useCellWords() {
  const { t } = useTranslationRef(autonomyTranslationRef);
  return useMemo(() => {
    const status = (value: GuardrailStatus) => t(`guardrailState.${value}`);
    return {
      /** Of many entities. */
      standing({ held, all }: Standing, counts: GuardrailCounts): string {
        const open = STATUSES.flatMap(each =>
          each !== 'ok' && counts[each]
            ? t('matrix.part', {
                number: String(counts[each]),
                status: status(each),
              })
            : [],
        );
        return [
          t('matrix.held', { held: String(held), all: String(all) }),
          ...open,
        ].join(', ');
      },
      /** Of one. */
      status,
    };
  }, [t]);
}

export type CellWords = ReturnType<typeof useCellWords>;
