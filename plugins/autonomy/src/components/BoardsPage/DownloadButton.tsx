import {
  useAnalytics,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { RiDownloadLine } from '@remixicon/react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { autonomyTranslationRef } from '../../translation';
import { messageOf } from '../actions/dialog';
import { Concern } from '../Concern';
import { saveFile } from '../EntitiesOverview/saveFile';

export interface DownloadButtonProps {
  label: string;
  /** Of the file. */
  name: string;
  /** What is counted as exported. */
  subject: string;
  load: () => Promise<Blob>;
}

/** Saves a file that the backend makes. */
export function DownloadButton(props: DownloadButtonProps) {
  const { label, load, name, subject } = props;
  const analytics = useAnalytics();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [{ error, loading }, save] = useAsyncFn(async () => {
    saveFile(await load(), name);
    analytics.captureEvent('export', subject);
  }, [analytics, load, name, subject]);
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        startIcon={<RiDownloadLine size={16} aria-hidden />}
        disabled={loading}
        aria-busy={loading}
        onClick={save}
      >
        {label}
      </Button>
      {error && (
        <Typography variant="body2" component="div" role="alert">
          <Concern>
            {t('boards.downloadFailed', { reason: messageOf(error) })}
          </Concern>
        </Typography>
      )}
    </>
  );
}
