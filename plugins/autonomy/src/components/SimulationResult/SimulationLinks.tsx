import type {
  PolicyDraft,
  Simulation,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { LinkButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../translation';
import { usePolicyPaths } from '../usePolicyPaths';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'AutonomySimulationLinks' },
);

export interface SimulationLinksProps {
  simulation: Simulation;
  draft: PolicyDraft;
}

/** Back to what was tried, and on to publishing it. */
export function SimulationLinks({ draft, simulation }: SimulationLinksProps) {
  const classes = useStyles();
  const paths = usePolicyPaths();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <div className={classes.root}>
      <LinkButton size="small" variant="outlined" to={paths.draft(draft.id)}>
        {t('simulation.back')}
      </LinkButton>
      {simulation.state === 'done' && (
        <LinkButton
          size="small"
          variant="contained"
          color="primary"
          to={paths.publish(draft.id)}
        >
          {t('simulation.publish')}
        </LinkButton>
      )}
    </div>
  );
}
