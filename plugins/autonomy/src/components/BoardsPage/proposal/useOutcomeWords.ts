import type { Proposal } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';

/** What follows from how a proposal ended. */
export function useOutcomeWords(): (proposal: Proposal) => string {
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);

  function approved({ content }: Proposal): string {
    switch (content.matter) {
      case 'promotion':
        return t('boardOutcome.approved.promotion', { to: String(content.to) });
      case 'bypass':
        return content.wanted === 'clear'
          ? t('boardOutcome.approved.bypassClear')
          : t('boardOutcome.approved.bypassRenew');
      case 'exemption':
      case 'grant':
        return t(`boardOutcome.approved.${content.matter}`, {
          date: format.date(content.expiresAt),
        });
      case 'plan-change':
        return content.change === 'extend'
          ? t('boardOutcome.approved.plan-change.extend', {
              date:
                content.until === undefined ? '' : format.date(content.until),
            })
          : t(`boardOutcome.approved.plan-change.${content.change}`);
      default:
        return t(`boardOutcome.approved.${content.matter}`);
    }
  }

  function rejected({ content }: Proposal): string {
    switch (content.matter) {
      case 'promotion':
        return t('boardOutcome.rejected.promotion', {
          from: String(content.from),
        });
      case 'bypass':
        return content.wanted === 'clear'
          ? t('boardOutcome.rejected.bypassClear')
          : t('boardOutcome.rejected.bypassRenew');
      default:
        return t(`boardOutcome.rejected.${content.matter}`);
    }
  }

  return proposal => {
    switch (proposal.state) {
      case 'approved':
        return approved(proposal);
      case 'rejected':
        return rejected(proposal);
      case 'lapsed':
      case 'withdrawn':
        return t(`boardOutcome.${proposal.state}`);
      default:
        return '';
    }
  };
}
