import type { RecordedIncident } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyGovernanceApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import {
  ActionDialog,
  ChoiceField,
  useActed,
  useMistakes,
  useReason,
  WordsField,
} from '../dialog';
import { IncidentIntroduction } from './IncidentIntroduction';

const WANTED = ['clear', 'renew'] as const;

export interface BypassDialogProps {
  incident: RecordedIncident;
  /** Offers to hold it against the team for longer as well. */
  decides: boolean;
  onClose: () => void;
  onDone: () => void;
}

/** Asks the board to clear a bypass. */
export function BypassDialog(props: BypassDialogProps) {
  const { decides, incident, onClose, onDone } = props;
  const { entityRef, id: incidentId, source } = incident;
  const api = useApi(autonomyGovernanceApiRef);
  const acted = useActed();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [wanted, setWanted] = useState<(typeof WANTED)[number]>('clear');
  const reason = useReason();
  const mistakes = useMistakes({ reason: reason.mistake });

  async function ask() {
    await api.propose({
      ...{ matter: 'bypass', entityRef, source, incidentId, wanted },
      reason: reason.value,
    });
    acted('propose', entityRef, t('bypassAction.done'));
    onDone();
  }
  return (
    <ActionDialog
      title={t('bypassAction.title')}
      submit={t('bypassAction.submit')}
      onSubmit={() => (mistakes.pass() ? ask() : undefined)}
      onClose={onClose}
      onReload={onDone}
    >
      <IncidentIntroduction
        incident={incident}
        text={t('bypassAction.meaning')}
      />
      {decides && (
        <ChoiceField
          label={t('bypassAction.wanted')}
          value={wanted}
          onChange={setWanted}
          choices={WANTED.map(value => ({
            value,
            label: t(`bypassAction.choice.${value}`),
          }))}
        />
      )}
      <WordsField
        {...reason.field}
        label={t('incidentDispute.reason')}
        help={t('bypassAction.reasonHelp')}
        mistake={mistakes.shown.reason}
      />
    </ActionDialog>
  );
}
