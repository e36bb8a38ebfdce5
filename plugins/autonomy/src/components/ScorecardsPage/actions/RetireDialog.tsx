import type { PolicyDocumentText } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyPolicyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import {
  ActionDialog,
  DateField,
  useActed,
  useMistakes,
} from '../../actions/dialog';
import { daysAfter, isDayWithin, startOfDay } from '../../actions/shared';
import { useDocumentWords } from '../../PolicyOrigin';
import { NoteField } from './NoteField';
import { useNote } from './useNote';

const MOST_DAYS = 730;

export interface RetireDialogProps {
  document: PolicyDocumentText;
  onClose: () => void;
  onChanged: () => void;
}

/** Takes a document away, at once or from a day on. */
export function RetireDialog(props: RetireDialogProps) {
  const { document, onChanged, onClose } = props;
  const { kind, name, versions } = document;
  const api = useApi(autonomyPolicyApiRef);
  const acted = useActed();
  const words = useDocumentWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [now] = useState(Date.now);
  const [first, last] = [daysAfter(now, 1), daysAfter(now, MOST_DAYS)];
  const note = useNote();
  const [day, setDay] = useState('');
  const mistakes = useMistakes({
    note: note.mistake,
    day:
      day === '' || isDayWithin(day, first, last)
        ? undefined
        : t('changePolicy.fromMistake'),
  });
  const title = words.title(document);

  async function retire() {
    const effectiveFrom = day === '' ? undefined : startOfDay(day);
    await api.retire(
      { kind, name },
      { note: note.value, effectiveFrom, newest: versions[0]?.number },
    );
    acted(
      'retire-policy',
      `${kind}/${name}`,
      effectiveFrom === undefined
        ? t('changePolicy.retired', { title })
        : t('changePolicy.retiredLater', { title }),
    );
    onChanged();
  }
  return (
    <ActionDialog
      title={t('changePolicy.retireTitle', { title })}
      submit={t('changePolicy.retireSubmit')}
      onSubmit={() => (mistakes.pass() ? retire() : undefined)}
      onClose={onClose}
      onReload={onChanged}
    >
      <Typography variant="body2">{t('changePolicy.retireText')}</Typography>
      <NoteField {...note.field} mistake={mistakes.shown.note} />
      <DateField
        label={t('changePolicy.from')}
        help={t('changePolicy.fromHelp')}
        first={first}
        last={last}
        value={day}
        mistake={mistakes.shown.day}
        onChange={setDay}
      />
    </ActionDialog>
  );
}
