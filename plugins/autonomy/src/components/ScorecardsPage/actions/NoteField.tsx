import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { autonomyTranslationRef } from '../../../translation';
import { WordsField } from '../../actions/dialog';

const LONGEST = 500;

export interface NoteFieldProps {
  value: string;
  mistake?: string;
  onChange: (note: string) => void;
}

/** Why something is done to the policy. */
export function NoteField({ mistake, onChange, value }: NoteFieldProps) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <WordsField
      large
      required
      label={t('changePolicy.note')}
      help={t('changePolicy.noteHelp')}
      longest={LONGEST}
      value={value}
      mistake={mistake}
      onChange={onChange}
    />
  );
}
