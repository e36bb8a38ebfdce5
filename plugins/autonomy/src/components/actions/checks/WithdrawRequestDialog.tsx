import type {
  CheckResult,
  RecordedExemption,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import { ActionDialog, useActed } from '../dialog';

export interface WithdrawRequestDialogProps {
  request: RecordedExemption;
  check: CheckResult;
  onClose: () => void;
  onDone: () => void;
}

/** Asks once more before a request is taken back. */
export function WithdrawRequestDialog(props: WithdrawRequestDialogProps) {
  const { check, onClose, onDone, request } = props;
  const api = useApi(autonomyApiRef);
  const acted = useActed();
  const { t } = useTranslationRef(autonomyTranslationRef);

  async function withdraw() {
    await api.withdrawExemption(request.id);
    acted(
      'withdraw-exemption',
      request.entityRef,
      t('exemptionAction.withdrawn'),
    );
    onDone();
  }
  return (
    <ActionDialog
      title={t('exemptionAction.withdrawTitle')}
      submit={t('exemptionAction.withdraw')}
      onSubmit={withdraw}
      onClose={onClose}
    >
      <Typography variant="body2">
        {t('exemptionAction.withdrawText', { check: check.title })}
      </Typography>
    </ActionDialog>
  );
}
