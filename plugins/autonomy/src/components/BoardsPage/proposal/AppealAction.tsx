import type { Proposal } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyGovernanceApiRef,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { useNavigate } from 'react-router-dom';
import { autonomyTranslationRef } from '../../../translation';
import {
  ActionDialog,
  useActed,
  useMistakes,
  WordsField,
} from '../../actions/dialog';
import { DialogButton } from '../../ScorecardsPage/DialogButton';
import { useBoardPaths } from '../useBoardPaths';
import { useCountedReason } from '../vote/useCountedReason';
import { useSentence } from '../words';
import type { ProposalActionProps } from './WithdrawAction';

/** Takes a rejection to the central board. */
export function AppealAction(props: ProposalActionProps) {
  const { appealUntil } = props.proposal;
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <>
      <DialogButton
        label={t('boardProposal.appeal')}
        dialog={close => <AppealDialog {...props} onClose={close} />}
      />
      {appealUntil !== undefined && (
        <Typography variant="body2" color="textSecondary">
          {t('boardProposal.appealUntil', { date: format.date(appealUntil) })}
        </Typography>
      )}
    </>
  );
}

function AppealDialog(props: {
  proposal: Proposal;
  onClose: () => void;
  onDone: () => void;
}) {
  const { onClose, onDone, proposal } = props;
  const { appealUntil, entityRef, id } = proposal;
  const api = useApi(autonomyGovernanceApiRef);
  const acted = useActed();
  const format = useFormatters();
  const navigate = useNavigate();
  const paths = useBoardPaths();
  const sentence = useSentence()(proposal);
  const reason = useCountedReason();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const mistakes = useMistakes({ reason: reason.mistake });

  async function appeal() {
    const made = await api.appeal(id, reason.value);
    acted('appeal', entityRef, t('boardProposal.appealDone'));
    navigate(paths.proposal(made.id));
  }
  return (
    <ActionDialog
      title={t('boardProposal.appealTitle')}
      submit={t('boardProposal.appeal')}
      onSubmit={() => (mistakes.pass() ? appeal() : undefined)}
      onClose={onClose}
      onReload={onDone}
    >
      <Typography variant="body2">
        {appealUntil === undefined
          ? t('boardProposal.appealTextOpen', { proposal: sentence })
          : t('boardProposal.appealText', {
              proposal: sentence,
              date: format.date(appealUntil),
            })}
      </Typography>
      <WordsField
        {...reason.field}
        label={t('boardVote.reason')}
        mistake={mistakes.shown.reason}
      />
    </ActionDialog>
  );
}
