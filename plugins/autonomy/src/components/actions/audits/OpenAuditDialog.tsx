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

export interface OpenAuditDialogProps {
  entityRef: string;
  onClose: () => void;
  /** @param id - of the audit */
  onDone: (id: string) => void;
}

/** Asks team and board to rate every area of an entity. */
export function OpenAuditDialog(props: OpenAuditDialogProps) {
  const { entityRef, onClose, onDone } = props;
  const api = useApi(autonomyGovernanceApiRef);
  const acted = useActed();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const reason = useReason();
  const mistakes = useMistakes({ reason: reason.mistake });

  async function open() {
    const audit = await api.openAudit({ entityRef, reason: reason.value });
    acted('open-audit', entityRef, t('auditOpen.done'));
    onDone(audit.id);
  }
  return (
    <ActionDialog
      title={t('auditOpen.title')}
      submit={t('auditOpen.submit')}
      onSubmit={() => (mistakes.pass() ? open() : undefined)}
      onClose={onClose}
    >
      <Typography variant="body2">{t('audits.meaning')}</Typography>
      <WordsField
        {...reason.field}
        label={t('auditOpen.reason')}
        help={t('auditOpen.reasonHelp')}
        mistake={mistakes.shown.reason}
      />
    </ActionDialog>
  );
}
