import type { Simulation } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import { Concern } from '../../Concern';
import { useHeadline } from '../../SimulationResult/headline/useHeadline';
import { usePolicyPaths } from '../../usePolicyPaths';

export interface SimulationNoteProps {
  simulation?: Simulation;
  loading: boolean;
}

/** What the simulation of this text says, or that there is none. */
export function SimulationNote({ loading, simulation }: SimulationNoteProps) {
  const headline = useHeadline();
  const paths = usePolicyPaths();
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (simulation) {
    return (
      <Typography variant="body2">
        {t('publish.simulated', { headline: headline(simulation.settled) })}{' '}
        <Link to={paths.simulation(simulation.id)}>
          {t('publish.toSimulation')}
        </Link>
      </Typography>
    );
  }
  return (
    <Typography variant="body2" component="div">
      {!loading && <Concern>{t('publish.notSimulated')}</Concern>}
    </Typography>
  );
}
