import type { Simulation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyPolicyApiRef,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import {
  useAnalytics,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { autonomyTranslationRef } from '../../../translation';
import { messageOf } from '../../actions/dialog/messageOf';
import { Concern } from '../../Concern';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(1),
      justifyItems: 'start',
      maxWidth: 560,
    },
    bar: { width: '100%' },
  }),
  { name: 'AutonomySimulationProgress' },
);

export interface SimulationProgressProps {
  simulation: Simulation;
  onChange: () => void;
}

/** How far it is; whoever does not want to know any more cancels it. */
export function SimulationProgress(props: SimulationProgressProps) {
  const { id, progress, state } = props.simulation;
  const { done, total } = progress;
  const classes = useStyles();
  const labelId = useId();
  const api = useApi(autonomyPolicyApiRef);
  const analytics = useAnalytics();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [{ loading, error }, cancel] = useAsyncFn(async () => {
    await api.cancelSimulation(id);
    analytics.captureEvent('cancel-simulation', id);
    props.onChange();
  }, [analytics, api, id, props.onChange]);
  const isCounted = state === 'running' && total > 0;
  return (
    <div className={classes.root}>
      <Typography id={labelId} variant="body2" role="status">
        {state === 'queued'
          ? t('simulation.queued')
          : t('simulation.running', {
              done: format.number(done),
              total: format.number(total),
            })}
      </Typography>
      <LinearProgress
        className={classes.bar}
        aria-labelledby={labelId}
        variant={isCounted ? 'determinate' : 'indeterminate'}
        value={isCounted ? (done / total) * 100 : undefined}
      />
      <Button
        size="small"
        variant="outlined"
        disabled={loading}
        onClick={cancel}
      >
        {t('simulation.cancel')}
      </Button>
      {error && (
        <Typography variant="body2" component="div" role="alert">
          <Concern>{messageOf(error)}</Concern>
        </Typography>
      )}
    </div>
  );
}
