import type {
  Evaluation,
  RepairAdvice,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyGovernanceApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { autonomyTranslationRef } from '../../../translation';
import { usePolicy } from '../../usePolicy';
import { ActionDialog, messageOf, useActed } from '../dialog';
import { AdviceNote } from './AdviceNote';
import { PlanFields } from './PlanFields';
import { draftOfAdvice, newDraft, planOf, type PlanDraft } from './planDraft';
import { useIncidents } from './useIncidents';
import { usePlanMistakes } from './usePlanMistakes';

export interface NewPlanDialogProps {
  evaluation: Evaluation;
  /** What it is about, where it does not answer an incident. */
  areas?: string[];
  reason?: string;
  /** The audit whose disagreement it answers. */
  auditId?: string;
  onClose: () => void;
  /** @param id - of the draft */
  onDone: (id: string) => void;
}

/** Drafts a recalibration plan, from what is advised after an incident or from nothing. */
export function NewPlanDialog(props: NewPlanDialogProps) {
  const { areas, auditId, evaluation, onClose, onDone } = props;
  const { entityRef } = evaluation.entity;
  const api = useApi(autonomyGovernanceApiRef);
  const acted = useActed();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [now] = useState(Date.now);
  const limits = usePolicy()?.repair.plans;
  const incidents = useIncidents(entityRef);
  const {
    error,
    loading,
    value: advice = [],
  } = useAsync(() => api.getRepairAdvice(entityRef), [api, entityRef]);
  const [picked, setPicked] = useState<{ advice?: RepairAdvice }>();
  const [edited, setEdited] = useState<PlanDraft>();

  // What an audit leads to is about its area; otherwise the newest advice is where most begin.
  const first = areas ? undefined : advice.find(item => item.draft);
  const chosen = picked ? picked.advice : first;
  const empty = {
    ...newDraft({ areas, now }, limits),
    reason: props.reason ?? '',
  };
  const advised = chosen && draftOfAdvice(chosen);
  const draft = edited ?? advised ?? empty;
  const mistakes = usePlanMistakes(draft, {
    now,
    limits,
  });

  function choose(item: RepairAdvice | undefined) {
    setPicked({ advice: item });
    // The words of the reader outlive another advice; the rest follows from it.
    const { reason, title } = draft;
    const next = (item && draftOfAdvice(item)) ?? empty;
    setEdited({ ...next, reason: reason || next.reason, title });
  }

  async function save() {
    const plan = await api.draftPlan({
      ...planOf(draft, limits),
      entityRef,
      auditId,
    });
    acted('draft-plan', entityRef, t('planForm.drafted'));
    onDone(plan.id);
  }
  return (
    <ActionDialog
      title={t('planForm.newTitle')}
      submit={t('planForm.draft')}
      onSubmit={() => (mistakes.pass() ? save() : undefined)}
      onClose={onClose}
    >
      <Typography variant="body2">{t('planForm.meaning')}</Typography>
      {error && (
        <Typography variant="body2" role="alert">
          {t('repairAdvice.failed', { reason: messageOf(error) })}
        </Typography>
      )}
      {loading && (
        <div role="status" aria-label={t('repairAdvice.loading')}>
          <Skeleton height={64} />
        </div>
      )}
      {!loading && !error && (
        <AdviceNote
          advice={advice}
          chosen={chosen}
          onChoose={choose}
          incidents={incidents}
        />
      )}
      <PlanFields
        now={now}
        evaluation={evaluation}
        incidents={incidents}
        limits={limits}
        draft={draft}
        onChange={setEdited}
        mistakes={mistakes.shown}
      />
    </ActionDialog>
  );
}
