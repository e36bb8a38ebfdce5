import type { ImportResult } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { useState, type ReactNode } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { ImportDialog } from './ImportDialog';
import { ImportResultDialog } from './ImportResultDialog';

export interface ImportButtonProps {
  icon: ReactNode;
  /** Drafts were made. */
  onDone: () => void;
}

/** Brings documents in, and tells what became of each. */
export function ImportButton({ icon, onDone }: ImportButtonProps) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [open, setOpen] = useState(false);
  const [result, setResult] = useState<ImportResult>();
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        startIcon={icon}
        onClick={() => setOpen(true)}
      >
        {t('importPolicy.action')}
      </Button>
      {open && (
        <ImportDialog onResult={setResult} onClose={() => setOpen(false)} />
      )}
      {!open && result && (
        <ImportResultDialog
          result={result}
          onClose={() => {
            setResult(undefined);
            onDone();
          }}
        />
      )}
    </>
  );
}
