import type { MovesFilter } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyPolicyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
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
import { autonomyTranslationRef } from '../../../translation';
import { Concern } from '../../Concern';
import { saveFile } from '../../EntitiesOverview/saveFile';

const FORMATS = [
  { format: 'csv', file: 'simulation.csv', text: 'moves.saveCsv' },
  { format: 'markdown', file: 'simulation.md', text: 'moves.saveMarkdown' },
] as const;

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
  }),
  { name: 'AutonomyMovesExport' },
);

export interface MovesExportProps {
  simulationId: string;
  query: MovesFilter;
}

/** Saves everything that is listed, not only the pages that are shown. */
export function MovesExport({ query, simulationId }: MovesExportProps) {
  const classes = useStyles();
  const api = useApi(autonomyPolicyApiRef);
  const analytics = useAnalytics();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [{ error, loading }, save] = useAsyncFn(
    async ({ file, format }: (typeof FORMATS)[number]) => {
      saveFile(await api.exportMoves(simulationId, format, query), file);
      analytics.captureEvent('export', 'simulation');
    },
    [analytics, api, query, simulationId],
  );
  return (
    <div className={classes.root}>
      {FORMATS.map(each => (
        <Button
          key={each.format}
          size="small"
          variant="outlined"
          startIcon={<RiDownloadLine size={16} aria-hidden />}
          disabled={loading}
          aria-busy={loading}
          onClick={() => save(each)}
        >
          {t(loading ? 'moves.saving' : each.text)}
        </Button>
      ))}
      {error && (
        <Typography variant="body2" component="div" role="alert">
          <Concern>{t('moves.saveFailed', { reason: error.message })}</Concern>
        </Typography>
      )}
    </div>
  );
}
