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
import { RollBackPreview } from './RollBackPreview';
import { useNote } from './useNote';
import type { VersionDialogProps } from './WithdrawDialog';

export interface RollBackDialogProps
  extends Omit<VersionDialogProps, 'version'> {
  /** What is brought back; number 0 is the built-in document. */
  version: Pick<PublishedVersion, 'kind' | 'name' | 'number'>;
  /** Of the version, where it is known. */
  yaml?: string;
  /** Number of the newest version of the document, as far as the reader knows. */
  newest: number;
}

/** Publishes the content of an earlier version again. */
export function RollBackDialog(props: RollBackDialogProps) {
  const { newest, onChanged, onClose, version, yaml } = props;
  const { kind, name, number } = version;
  const api = useApi(autonomyPolicyApiRef);
  const acted = useActed();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const note = useNote();
  const mistakes = useMistakes({ note: note.mistake });
  const named = { version: format.number(number) };
  const isBuiltIn = number === 0;

  async function rollBack() {
    const request = { to: number, note: note.value, newest };
    await api.rollBack({ kind, name }, request);
    acted(
      'roll-back-policy',
      `${kind}/${name}`,
      isBuiltIn
        ? t('changePolicy.builtInIsBack')
        : t('changePolicy.rolledBack', named),
    );
    onChanged();
  }
  return (
    <ActionDialog
      title={
        isBuiltIn
          ? t('policyVersions.builtInBack')
          : t('changePolicy.rollBackTitle', named)
      }
      submit={t('changePolicy.rollBackSubmit')}
      onSubmit={() => (mistakes.pass() ? rollBack() : undefined)}
      onClose={onClose}
      onReload={onChanged}
    >
      <Typography variant="body2">{t('changePolicy.rollBackText')}</Typography>
      <RollBackPreview number={number} yaml={yaml} />
      <NoteField {...note.field} mistake={mistakes.shown.note} />
    </ActionDialog>
  );
}
