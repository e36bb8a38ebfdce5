import type {
  PolicyDraft,
  Simulation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import { messageOf } from '../../actions/dialog/messageOf';
import { Concern } from '../../Concern';
import { useStartSimulation } from '../useStartSimulation';

const useStyles = makeStyles(
  theme => ({
    root: {
      ...theme.typography.body2,
      display: 'grid',
      gap: theme.spacing(1),
      justifyItems: 'start',
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'AutonomySimulationNotices' },
);

export interface SimulationNoticesProps {
  simulation: Simulation;
  draft?: PolicyDraft;
}

/** Why the figures may not be what somebody expects. */
export function SimulationNotices({
  draft,
  simulation,
}: SimulationNoticesProps) {
  const classes = useStyles();
  const notices = useNotices(simulation, draft);
  if (notices.length === 0) {
    return null;
  }
  return (
    <div className={classes.root} role="status">
      {notices.map(text => (
        <Concern key={text}>{text}</Concern>
      ))}
      {draft && <Again draftId={draft.id} />}
    </div>
  );
}

function Again({ draftId }: { draftId: string }) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [{ error, loading }, start] = useStartSimulation();
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        disabled={loading}
        onClick={() => start(draftId)}
      >
        {t('simulation.again')}
      </Button>
      {error && (
        <Typography variant="body2" component="div" role="alert">
          <Concern>{messageOf(error)}</Concern>
        </Typography>
      )}
    </>
  );
}

function useNotices(simulation: Simulation, draft?: PolicyDraft): string[] {
  const { failed, isOutdated, message = '', progress, state } = simulation;
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const notices: string[] = [];
  if (state === 'cancelled') {
    notices.push(
      t('simulation.cancelled', {
        done: format.number(progress.done),
        total: format.number(progress.total),
      }),
    );
  }
  if (state === 'failed') {
    notices.push(t('simulation.failed', { reason: message }));
  }
  if (isOutdated) {
    notices.push(t('simulation.outdatedPolicy'));
  }
  const then = simulation.draft?.revision;
  if (draft && then !== undefined && draft.revision !== then) {
    notices.push(
      t('simulation.outdatedDraft', {
        now: String(draft.revision),
        then: String(then),
      }),
    );
  }
  if (failed) {
    const { entities: count, reason } = failed;
    notices.push(t('simulation.notEvaluated', { count, reason }));
  }
  return notices;
}
