import type { ImportResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyPolicyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { useRef, useState } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import {
  ActionDialog,
  useActed,
  useMistakes,
  WordsField,
} from '../../actions/dialog';

const MEGABYTE = 1_048_576;
const LARGEST = 1;

export interface ImportDialogProps {
  onResult: (result: ImportResult) => void;
  onClose: () => void;
}

/** Documents from a file, or pasted. */
export function ImportDialog({ onClose, onResult }: ImportDialogProps) {
  const api = useApi(autonomyPolicyApiRef);
  const acted = useActed();
  const input = useRef<HTMLInputElement>(null);
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [yaml, setYaml] = useState('');
  const [tooLarge, setTooLarge] = useState(false);
  const mistakes = useMistakes({
    yaml: yaml.trim() === '' ? t('importPolicy.empty') : undefined,
  });

  async function read(file: File | undefined) {
    if (!file) return;
    const isTooLarge = file.size > LARGEST * MEGABYTE;
    setTooLarge(isTooLarge);
    if (!isTooLarge) setYaml(await file.text());
  }
  async function send() {
    onResult(await api.importDocuments(yaml));
    acted('import-policy', 'policy', t('importPolicy.done'));
  }
  return (
    <ActionDialog
      title={t('importPolicy.title')}
      submit={t('importPolicy.submit')}
      onSubmit={() => (mistakes.pass() ? send() : undefined)}
      onClose={onClose}
    >
      <Typography variant="body2">{t('importPolicy.text')}</Typography>
      <div>
        <input
          ref={input}
          hidden
          type="file"
          accept=".yaml,.yml,text/yaml"
          aria-label={t('importPolicy.file')}
          onChange={event => read(event.target.files?.[0])}
        />
        <Button
          size="small"
          variant="outlined"
          onClick={() => input.current?.click()}
        >
          {t('importPolicy.file')}
        </Button>
      </div>
      <WordsField
        large
        required
        label={t('importPolicy.yaml')}
        longest={LARGEST * MEGABYTE}
        value={yaml}
        mistake={
          tooLarge
            ? t('importPolicy.tooLarge', { limit: String(LARGEST) })
            : mistakes.shown.yaml
        }
        onChange={text => {
          setTooLarge(false);
          setYaml(text);
        }}
      />
    </ActionDialog>
  );
}
