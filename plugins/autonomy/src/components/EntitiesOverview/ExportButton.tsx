import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import {
  useAnalytics,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { RiDownloadLine } from '@remixicon/react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { autonomyTranslationRef } from '../../translation';
import { Concern } from '../Concern';
import type { ListRequest } from './listQuery';
import { saveFile } from './saveFile';

const useStyles = makeStyles(
  {
    root: { display: 'grid', justifyItems: 'end' },
    error: { maxWidth: 360, overflowWrap: 'anywhere' },
  },
  { name: 'AutonomyExportButton' },
);

/** Saves everything that is listed, not only the page that is shown. */
export function ExportButton({ request }: { request?: ListRequest }) {
  const classes = useStyles();
  const api = useApi(autonomyApiRef);
  const analytics = useAnalytics();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [{ loading, error }, save] = useAsyncFn(async () => {
    // The whole list has no page.
    const { cursor, ...selection }: ListRequest = request ?? {};
    saveFile(await api.exportEntities(selection), 'autonomy.csv');
    analytics.captureEvent('export', 'entities');
  }, [analytics, api, request]);
  return (
    <div className={classes.root}>
      <Button
        size="small"
        variant="outlined"
        startIcon={<RiDownloadLine size={16} aria-hidden />}
        disabled={!request || loading}
        aria-busy={loading}
        onClick={save}
      >
        {t(loading ? 'export.busy' : 'export.csv')}
      </Button>
      {error && (
        <Typography
          variant="body2"
          component="div"
          role="alert"
          className={classes.error}
        >
          <Concern>{t('export.failed', { reason: error.message })}</Concern>
        </Typography>
      )}
    </div>
  );
}
