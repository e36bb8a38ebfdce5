import type {
  CheckResult,
  EvaluatedEntity,
  RecordedExemption,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyGovernanceApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import {
  ActionButton,
  ActionDialog,
  useActed,
  useMistakes,
  useReason,
  WordsField,
} from '../dialog';
import { useMayRevokeExemption } from '../rights/useMayRevokeExemption';

export interface RevokeActionProps {
  exemption: RecordedExemption;
  check: CheckResult;
  entity: EvaluatedEntity;
  /** The board that decides; absent for the central one. */
  boardRef?: string;
  onDone: () => void;
}

/** Ends an exemption before its time; offered to members of the board. */
export function RevokeAction(props: RevokeActionProps) {
  const { boardRef, check, entity } = props;
  const { t } = useTranslationRef(autonomyTranslationRef);
  return useMayRevokeExemption(entity, boardRef) ? (
    <ActionButton
      label={t('exemptionDecision.revoke')}
      name={t('exemptionDecision.revokeName', { check: check.title })}
      dialog={close => <RevokeDialog {...props} onClose={close} />}
    />
  ) : null;
}

function RevokeDialog(props: RevokeActionProps & { onClose: () => void }) {
  const { check, exemption, onClose, onDone } = props;
  const api = useApi(autonomyGovernanceApiRef);
  const acted = useActed();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const reason = useReason();
  const mistakes = useMistakes({ reason: reason.mistake });

  async function revoke() {
    await api.revokeExemption(exemption.id, reason.value);
    acted(
      'revoke-exemption',
      exemption.entityRef,
      t('exemptionDecision.revokeDone'),
    );
    onDone();
  }
  return (
    <ActionDialog
      title={t('exemptionDecision.revokeTitle')}
      submit={t('exemptionDecision.revoke')}
      onSubmit={() => (mistakes.pass() ? revoke() : undefined)}
      onClose={onClose}
      onReload={onDone}
    >
      <Typography variant="body2">
        {t('exemptionDecision.revokeText', { check: check.title })}
      </Typography>
      <WordsField
        {...reason.field}
        label={t('exemptionAction.reason')}
        mistake={mistakes.shown.reason}
      />
    </ActionDialog>
  );
}
