import type { AutonomyEntitySummary } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyPolicyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import {
  useAnalytics,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { autonomyTranslationRef } from '../../../translation';
import { FailureMessage } from '../../StateMessage';
import { PageSection } from '../../PageSection';
import { EntityPicker } from './EntityPicker';
import { TrialResult } from './TrialResult';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(1.5) },
    choice: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      gap: theme.spacing(1),
      alignItems: 'center',
    },
  }),
  { name: 'AutonomyTrialPanel' },
);

/** The text tried on one entity: what each check says, and what would change. */
export function TrialPanel({ yaml }: { yaml: string }) {
  const classes = useStyles();
  const api = useApi(autonomyPolicyApiRef);
  const analytics = useAnalytics();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [entity, setEntity] = useState<AutonomyEntitySummary>();
  const [{ error, loading, value }, tryOn] = useAsyncFn(async () => {
    if (!entity) return undefined;
    const { entityRef } = entity;
    analytics.captureEvent('try', entityRef);
    const trial = await api.tryOn({ yaml, entityRef });
    return { trial, entityRef, yaml };
  }, [analytics, api, entity, yaml]);
  const shown = value?.entityRef === entity?.entityRef ? value : undefined;
  return (
    <PageSection title={t('trial.title')}>
      <div className={classes.root}>
        <Typography variant="body2" color="textSecondary">
          {t('trial.help')}
        </Typography>
        <div className={classes.choice}>
          <EntityPicker value={entity} onChange={setEntity} />
          <Button
            variant="outlined"
            disabled={!entity || loading}
            onClick={tryOn}
          >
            {t('trial.try')}
          </Button>
        </div>
        {loading && <LinearProgress aria-label={t('trial.trying')} />}
        {error && !loading && <FailureMessage error={error} onRetry={tryOn} />}
        {shown && !loading && !error && (
          <TrialResult trial={shown.trial} isOutdated={shown.yaml !== yaml} />
        )}
      </div>
    </PageSection>
  );
}
