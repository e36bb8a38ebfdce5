import type { ProposalTally } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';

/** How far the votes are, in words. */
export function useTallyWords() {
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return {
    /** How many are cast of those that are needed. */
    votes: ({ approvals, quorum, rejections }: ProposalTally, open = true) => {
      const cast = approvals + rejections;
      if (open && cast >= quorum && approvals === rejections) {
        return t('boardTally.tied', { cast: format.number(cast) });
      }
      return t('boardTally.votes', {
        cast: format.number(cast),
        count: Math.max(quorum, cast),
      });
    },
    split: ({ approvals, rejections }: ProposalTally) =>
      t('boardTally.split', {
        approvals: format.number(approvals),
        rejections: format.number(rejections),
      }),
    rule: ({ approval }: ProposalTally) => t(`boardTally.${approval}`),
  };
}
