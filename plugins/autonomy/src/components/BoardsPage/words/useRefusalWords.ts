import type { VoteRefusal } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { nameOf } from './nameOf';

/** Why a member of the board may not vote, in words. */
export function useRefusalWords() {
  const { t } = useTranslationRef(autonomyTranslationRef);
  return ({ because, entityRef = '' }: VoteRefusal) =>
    because === 'concerned'
      ? t('boardVote.mayNot.concerned', { entity: nameOf(entityRef) })
      : t(`boardVote.mayNot.${because}`);
}
