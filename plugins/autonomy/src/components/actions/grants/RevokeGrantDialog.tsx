import type { RecordedGrant } from '@aligned-autonomy/backstage-plugin-autonomy-common';
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

export interface GrantActionProps {
  grant: RecordedGrant;
  /** Of its area. */
  areaTitle: string;
  onClose: () => void;
  onDone: () => void;
}

/** Ends a grant at once. */
export function RevokeGrantDialog(props: GrantActionProps) {
  const { areaTitle, grant, onClose, onDone } = props;
  const api = useApi(autonomyGovernanceApiRef);
  const acted = useActed();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const reason = useReason();
  const mistakes = useMistakes({ reason: reason.mistake });

  async function revoke() {
    await api.revokeGrant(grant.id, reason.value);
    acted('revoke-grant', grant.entityRef, t('grantRevoke.done'));
    onDone();
  }
  return (
    <ActionDialog
      title={t('grantRevoke.title')}
      submit={t('grantRevoke.submit')}
      onSubmit={() => (mistakes.pass() ? revoke() : undefined)}
      onClose={onClose}
      onReload={onDone}
    >
      <Typography variant="body2">
        {t('grantRevoke.text', { area: areaTitle })}
      </Typography>
      <WordsField
        {...reason.field}
        label={t('grantForm.reason')}
        mistake={mistakes.shown.reason}
      />
    </ActionDialog>
  );
}
