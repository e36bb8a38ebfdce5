import type {
  Evaluation,
  RecordedPlan,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyGovernanceApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { usePolicy } from '../../usePolicy';
import { ActionDialog, useActed } from '../dialog';
import { PlanFields } from './PlanFields';
import { draftOfPlan, planOf } from './planDraft';
import { useIncidents } from './useIncidents';
import { usePlanMistakes } from './usePlanMistakes';

export interface ChangePlanDialogProps {
  plan: RecordedPlan;
  evaluation: Evaluation;
  onClose: () => void;
  onDone: () => void;
}

/** Changes a draft; signatures on the old text are void. */
export function ChangePlanDialog(props: ChangePlanDialogProps) {
  const { evaluation, onClose, onDone, plan } = props;
  const api = useApi(autonomyGovernanceApiRef);
  const acted = useActed();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [now] = useState(Date.now);
  const limits = usePolicy()?.repair.plans;
  const incidents = useIncidents(plan.entityRef);
  const [draft, setDraft] = useState(() => draftOfPlan(plan));
  const mistakes = usePlanMistakes(draft, {
    now,
    limits,
    formerStart: draftOfPlan(plan).startsOn,
  });

  async function save() {
    await api.changePlan(plan.id, {
      ...planOf(draft, limits, plan),
      revision: plan.revision,
    });
    acted('change-plan', plan.entityRef, t('planForm.changed'));
    onDone();
  }
  return (
    <ActionDialog
      title={t('planForm.changeTitle')}
      submit={t('planForm.save')}
      onSubmit={() => (mistakes.pass() ? save() : undefined)}
      onClose={onClose}
      onReload={onDone}
    >
      {(plan.team || plan.board) && (
        <Typography variant="body2" role="note">
          {t('planForm.voids')}
        </Typography>
      )}
      <PlanFields
        now={now}
        evaluation={evaluation}
        incidents={incidents}
        limits={limits}
        draft={draft}
        onChange={setDraft}
        mistakes={mistakes.shown}
      />
    </ActionDialog>
  );
}
