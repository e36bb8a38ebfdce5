import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Skeleton from '@material-ui/lab/Skeleton';
import { useParams } from 'react-router-dom';
import { autonomyTranslationRef } from '../../translation';
import { FailureMessage, StateMessage } from '../StateMessage';
import { SimulationReport } from './SimulationReport';
import { useSimulation } from './useSimulation';

/** What a draft would change about every entity; the simulation is the one of the address. */
export function SimulationResult() {
  const { id = '' } = useParams<{ id: string }>();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { value, error, loading, retry } = useSimulation(id);
  if (error && !loading) {
    return <FailureMessage error={error} onRetry={retry} />;
  }
  if (!value) {
    return (
      <div role="status" aria-label={t('simulation.loading')}>
        <Skeleton height={48} />
        <Skeleton height={240} />
      </div>
    );
  }
  return value.simulation ? (
    <SimulationReport
      draft={value.draft}
      simulation={value.simulation}
      onChange={retry}
    />
  ) : (
    <StateMessage
      title={t('simulation.absentTitle')}
      text={t('simulation.absentText')}
    />
  );
}
