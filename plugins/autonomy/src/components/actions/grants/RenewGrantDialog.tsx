import { autonomyGovernanceApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { ExemptionEnd } from '../checks/ExemptionEnd';
import {
  ActionDialog,
  useActed,
  useMistakes,
  useReason,
  WordsField,
} from '../dialog';
import { BoardName } from '../shared';
import type { GrantActionProps } from './RevokeGrantDialog';
import { useGrantEnd } from './useGrantEnd';

/** Asks for a grant to go on once it ends. */
export function RenewGrantDialog(props: GrantActionProps) {
  const { areaTitle, grant, onClose, onDone } = props;
  const api = useApi(autonomyGovernanceApiRef);
  const acted = useActed();
  const { t } = useTranslationRef(autonomyTranslationRef);
  // The time that it may hold begins where the present one ends.
  const [from] = useState(() => Math.max(Date.now(), grant.expiresAt));
  const reason = useReason();
  const end = useGrantEnd(from, grant.right > grant.recommended);
  const mistakes = useMistakes({ reason: reason.mistake, end: end.mistake });

  async function renew() {
    await api.renewGrant(grant.id, {
      expiresAt: end.value!,
      reason: reason.value,
    });
    acted('renew-grant', grant.entityRef, t('grantRenew.done'));
    onDone();
  }
  return (
    <ActionDialog
      title={t('grantRenew.title')}
      submit={t('grantRenew.submit')}
      onSubmit={() => (mistakes.pass() ? renew() : undefined)}
      onClose={onClose}
      onReload={onDone}
    >
      <Typography variant="body2">
        {t('grantRenew.text', { area: areaTitle })}
      </Typography>
      <ExemptionEnd {...end.field} mistake={mistakes.shown.end} />
      <WordsField
        {...reason.field}
        label={t('grantForm.reason')}
        mistake={mistakes.shown.reason}
      />
      <Typography variant="body2" role="note">
        {t('grantForm.note', {
          board: <BoardName boardRef={grant.boardRef} />,
        })}
      </Typography>
    </ActionDialog>
  );
}
