import type { CheckResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import { ActionDialog, useActed } from '../dialog';

export interface WithdrawAnswerDialogProps {
  check: CheckResult;
  answerId: string;
  entityRef: string;
  onClose: () => void;
  onDone: () => void;
}

/** Says what becomes of the check before an answer is taken back. */
export function WithdrawAnswerDialog(props: WithdrawAnswerDialogProps) {
  const { answerId, check, entityRef, onClose, onDone } = props;
  const api = useApi(autonomyApiRef);
  const acted = useActed();
  const { t } = useTranslationRef(autonomyTranslationRef);

  async function withdraw() {
    await api.withdrawAttestation(answerId);
    acted('withdraw-attestation', entityRef, t('attestAction.withdrawn'));
    onDone();
  }
  return (
    <ActionDialog
      title={t('attestAction.withdrawTitle')}
      submit={t('attestAction.withdraw')}
      onSubmit={withdraw}
      onClose={onClose}
    >
      <Typography variant="body2">
        {t('attestAction.withdrawText', { check: check.title })}
      </Typography>
    </ActionDialog>
  );
}
