import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../translation';
import { percent } from '../charts';

/** Shares 0..1 as per cents. */
export function useShareWords() {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const share = (value: number) =>
    t('scorecards.percent', { share: percent(value) });
  return {
    share,
    range: (least: number, most: number) =>
      share(least) === share(most)
        ? share(least)
        : t('scorecards.range', { from: share(least), to: share(most) }),
  };
}
