import type {
  Evaluation,
  PlanChange,
  RecordedPlan,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactElement } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { ActionButton, ActionRow } from '../dialog';
import { ChangePlanDialog } from './ChangePlanDialog';
import { MovePlanDialog } from './MovePlanDialog';
import { SignPlanDialog } from './SignPlanDialog';
import { WithdrawPlanDialog } from './WithdrawPlanDialog';

const CHANGES: PlanChange[] = ['complete', 'lift', 'extend'];

const useStyles = makeStyles(
  theme => ({
    buttons: {
      display: 'flex',
      flexWrap: 'wrap',
      columnGap: theme.spacing(2),
    },
  }),
  { name: 'AutonomyPlanActions' },
);

export interface PlanActionsProps {
  plan: RecordedPlan;
  /** Of its entity; without it the draft cannot be changed here. */
  evaluation?: Evaluation;
  onDone: () => void;
}

/** What the reader may do with a plan; nothing where that is nothing. */
export function PlanActions({ evaluation, onDone, plan }: PlanActionsProps) {
  const { may, title } = plan;
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const button = (
    label: string,
    dialog: (close: () => void) => ReactElement,
  ) => (
    <ActionButton
      key={label}
      label={label}
      name={t('planAction.name', { label, title })}
      dialog={dialog}
    />
  );
  const common = { plan, onDone };
  const { sign: side } = may;
  const buttons = [
    side &&
      button(t(`planAction.sign.${side}`), close => (
        <SignPlanDialog {...common} side={side} onClose={close} />
      )),
    may.edit &&
      evaluation &&
      button(t('planAction.change'), close => (
        <ChangePlanDialog {...common} evaluation={evaluation} onClose={close} />
      )),
    ...CHANGES.map(
      change =>
        may[change] &&
        button(t(`planMove.${change}.label`), close => (
          <MovePlanDialog {...common} change={change} onClose={close} />
        )),
    ),
    may.withdraw &&
      button(t('planAction.withdraw'), close => (
        <WithdrawPlanDialog {...common} onClose={close} />
      )),
  ].filter(Boolean);
  if (buttons.length === 0) return null;
  return (
    <ActionRow>
      <div className={classes.buttons}>{buttons}</div>
    </ActionRow>
  );
}
