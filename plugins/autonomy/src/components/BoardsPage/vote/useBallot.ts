import type {
  NewVote,
  Vote,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { useMistakes } from '../../actions/dialog';
import { useCountedReason } from './useCountedReason';

/** A vote that is being filled in. */
export function useBallot() {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [vote, setVote] = useState<Vote>();
  const reason = useCountedReason();
  const mistakes = useMistakes({
    vote: vote === undefined ? t('boardVote.missing') : undefined,
    reason: reason.mistake,
  });
  return {
    vote,
    setVote,
    reason: reason.field,
    mistakes: mistakes.shown,
    /** What was filled in; undefined where some of it is not right yet, which is then shown. */
    filled: (): NewVote | undefined =>
      mistakes.pass() && vote ? { vote, comment: reason.value } : undefined,
  };
}

export type Ballot = ReturnType<typeof useBallot>;
