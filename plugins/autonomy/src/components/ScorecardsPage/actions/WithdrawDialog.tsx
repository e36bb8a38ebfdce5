import type { PublishedVersion } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyPolicyApiRef,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import { ActionDialog, useActed, useMistakes } from '../../actions/dialog';
import { NoteField } from './NoteField';
import { useNote } from './useNote';

export interface VersionDialogProps {
  version: PublishedVersion;
  onClose: () => void;
  onChanged: () => void;
}

/** Takes back what was announced and does not count yet. */
export function WithdrawDialog(props: VersionDialogProps) {
  const { onChanged, onClose, version } = props;
  const { effectiveFrom, kind, name, number } = version;
  const api = useApi(autonomyPolicyApiRef);
  const acted = useActed();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const note = useNote();
  const mistakes = useMistakes({ note: note.mistake });
  const named = { version: format.number(number) };

  async function withdraw() {
    await api.withdrawVersion(number, note.value);
    acted(
      'withdraw-policy',
      `${kind}/${name}`,
      t('changePolicy.withdrawn', named),
    );
    onChanged();
  }
  return (
    <ActionDialog
      title={t('changePolicy.withdrawTitle', named)}
      submit={t('changePolicy.withdrawSubmit')}
      onSubmit={() => (mistakes.pass() ? withdraw() : undefined)}
      onClose={onClose}
      onReload={onChanged}
    >
      <Typography variant="body2">
        {t('changePolicy.withdrawText', {
          date: format.dateTime(effectiveFrom),
        })}
      </Typography>
      <NoteField {...note.field} mistake={mistakes.shown.note} />
    </ActionDialog>
  );
}
