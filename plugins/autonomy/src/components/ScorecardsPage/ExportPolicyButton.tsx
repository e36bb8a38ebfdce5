import type { PolicyDocumentSummary } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyPolicyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
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
import { useDocumentWords } from '../PolicyOrigin';

/** Saves one document, or all that are not built in, as YAML. */
export function ExportPolicyButton(props: {
  document?: PolicyDocumentSummary;
}) {
  const { document } = props;
  const api = useApi(autonomyPolicyApiRef);
  const analytics = useAnalytics();
  const words = useDocumentWords();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [{ error, loading }, save] = useAsyncFn(async () => {
    const keys = document && [{ kind: document.kind, name: document.name }];
    const yaml = await api.exportDocuments(keys);
    const name = document?.name ?? 'autonomy-policy';
    saveFile(new Blob([yaml], { type: 'text/yaml' }), `${name}.yaml`);
    analytics.captureEvent('export', 'policy');
  }, [analytics, api, document]);
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        startIcon={<RiDownloadLine size={16} aria-hidden />}
        disabled={loading}
        aria-busy={loading}
        aria-label={
          document &&
          t('scorecards.exportName', { title: words.title(document) })
        }
        onClick={save}
      >
        {t('scorecards.export')}
      </Button>
      {error && (
        <Typography variant="body2" component="div" role="alert">
          <Concern>
            {t('scorecards.exportFailed', { reason: messageOf(error) })}
          </Concern>
        </Typography>
      )}
    </>
  );
}
