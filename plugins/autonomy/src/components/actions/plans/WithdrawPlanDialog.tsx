import { autonomyGovernanceApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import { ActionDialog, useActed } from '../dialog';
import type { PlanActionProps } from './SignPlanDialog';

/** Asks once more before a draft is taken back. */
export function WithdrawPlanDialog(props: PlanActionProps) {
  const { onClose, onDone, plan } = props;
  const api = useApi(autonomyGovernanceApiRef);
  const acted = useActed();
  const { t } = useTranslationRef(autonomyTranslationRef);

  async function withdraw() {
    await api.withdrawPlan(plan.id);
    acted('withdraw-plan', plan.entityRef, t('planWithdraw.done'));
    onDone();
  }
  return (
    <ActionDialog
      title={t('planWithdraw.title')}
      submit={t('planWithdraw.submit')}
      onSubmit={withdraw}
      onClose={onClose}
      onReload={onDone}
    >
      <Typography variant="body2">
        {t('planWithdraw.text', { title: plan.title })}
      </Typography>
    </ActionDialog>
  );
}
