import type { PlanChange } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyGovernanceApiRef,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { usePolicy } from '../../usePolicy';
import {
  ActionDialog,
  DateField,
  useActed,
  useMistakes,
  useReason,
  WordsField,
} from '../dialog';
import {
  BoardName,
  dayOf,
  daysAfter,
  isDayWithin,
  startOfDay,
} from '../shared';
import { longestOf } from './planDraft';
import type { PlanActionProps } from './SignPlanDialog';

const USUAL_DAYS = 30;

/** Moves, as a member of the board, to lift, extend or complete a plan in force. */
export function MovePlanDialog(
  props: PlanActionProps & { change: PlanChange },
) {
  const { change, onClose, onDone, plan } = props;
  const api = useApi(autonomyGovernanceApiRef);
  const acted = useActed();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const longest = longestOf(plan.approach, usePolicy()?.repair.plans);
  const [until, setUntil] = useState(daysAfter(plan.endsAt, USUAL_DAYS));
  const reason = useReason();
  const first = daysAfter(plan.endsAt, 1);
  const last = dayOf(plan.endsAt + longest);
  const mistakes = useMistakes({
    reason: reason.mistake,
    until:
      change !== 'extend' || isDayWithin(until, first, last)
        ? undefined
        : t('planMove.untilMistake', { duration: format.duration(longest) }),
  });
  const unmet = plan.criteria.filter(({ met }) => !met).length;

  async function move() {
    await api.movePlan(plan.id, {
      change,
      reason: reason.value,
      until: change === 'extend' ? startOfDay(until) : undefined,
    });
    acted('move-plan', plan.entityRef, t('planMove.done'));
    onDone();
  }
  return (
    <ActionDialog
      title={t(`planMove.${change}.title`)}
      submit={t(`planMove.${change}.submit`)}
      onSubmit={() => (mistakes.pass() ? move() : undefined)}
      onClose={onClose}
      onReload={onDone}
    >
      <Typography variant="body2">
        {t(`planMove.${change}.text`, { title: plan.title })}
      </Typography>
      {unmet > 0 && (
        <Typography variant="body2" role="note">
          {t('planMove.unmet', { count: unmet })}
        </Typography>
      )}
      {change === 'extend' && (
        <DateField
          label={t('actionField.until')}
          required
          first={first}
          last={last}
          value={until}
          mistake={mistakes.shown.until}
          onChange={setUntil}
        />
      )}
      <WordsField
        {...reason.field}
        label={t('planForm.reason')}
        mistake={mistakes.shown.reason}
      />
      <Typography variant="body2" role="note">
        {t('planMove.note', { board: <BoardName boardRef={plan.boardRef} /> })}
      </Typography>
    </ActionDialog>
  );
}
