import type { RecordedPlan } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyGovernanceApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import {
  ActionDialog,
  useActed,
  useMistakes,
  useReason,
  WordsField,
} from '../dialog';

export interface PlanActionProps {
  plan: RecordedPlan;
  onClose: () => void;
  onDone: () => void;
}

/** Signs a draft for the team or for the board. */
export function SignPlanDialog(
  props: PlanActionProps & { side: 'team' | 'board' },
) {
  const { onClose, onDone, plan, side } = props;
  const api = useApi(autonomyGovernanceApiRef);
  const acted = useActed();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const comment = useReason();
  const mistakes = useMistakes({ comment: comment.mistake });

  async function sign() {
    await api.signPlan(plan.id, {
      revision: plan.revision,
      comment: comment.value,
    });
    acted('sign-plan', plan.entityRef, t('planSign.done'));
    onDone();
  }
  return (
    <ActionDialog
      title={t(`planSign.${side}Title`)}
      submit={t('planSign.submit')}
      onSubmit={() => (mistakes.pass() ? sign() : undefined)}
      onClose={onClose}
      onReload={onDone}
    >
      <Typography variant="body2">
        {t(`planSign.${side}Text`, { title: plan.title })}
      </Typography>
      <WordsField
        {...comment.field}
        label={t('planSign.comment')}
        mistake={mistakes.shown.comment}
      />
    </ActionDialog>
  );
}
