import type { Proposal } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyGovernanceApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import { ActionDialog, useActed } from '../../actions/dialog';
import { DialogButton } from '../../ScorecardsPage/DialogButton';
import { useSentence } from '../words';

export interface ProposalActionProps {
  proposal: Proposal;
  onDone: () => void;
}

/** Takes a proposal back, once somebody was asked again. */
export function WithdrawAction({ onDone, proposal }: ProposalActionProps) {
  const api = useApi(autonomyGovernanceApiRef);
  const acted = useActed();
  const sentence = useSentence();
  const { t } = useTranslationRef(autonomyTranslationRef);

  async function withdraw() {
    await api.withdrawProposal(proposal.id);
    acted(
      'withdraw-proposal',
      proposal.entityRef,
      t('boardProposal.withdrawn'),
    );
    onDone();
  }
  return (
    <DialogButton
      label={t('boardProposal.withdraw')}
      dialog={close => (
        <ActionDialog
          title={t('boardProposal.withdrawTitle')}
          submit={t('boardProposal.withdraw')}
          onSubmit={withdraw}
          onClose={close}
          onReload={onDone}
        >
          <Typography variant="body2">
            {t('boardProposal.withdrawText', { proposal: sentence(proposal) })}
          </Typography>
        </ActionDialog>
      )}
    />
  );
}
