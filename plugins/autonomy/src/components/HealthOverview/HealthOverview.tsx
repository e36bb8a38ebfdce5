import { autonomyHealthReadPermission } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import Skeleton from '@material-ui/lab/Skeleton';
import { autonomyTranslationRef } from '../../translation';
import { FailureMessage, StateMessage } from '../StateMessage';
import { HealthReport } from './HealthReport';
import { useHealth } from './useHealth';

/** Whether evidence arrives and is worked off, for those who run the platform. */
export function HealthOverview() {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { allowed, error, loading } = usePermission({
    permission: autonomyHealthReadPermission,
  });
  if (loading) {
    return <Waiting />;
  }
  if (!allowed && !error) {
    return (
      <StateMessage
        title={t('state.forbiddenTitle')}
        text={t('health.forbidden')}
      />
    );
  }
  // Where the permission cannot be told, the backend decides.
  return <Health />;
}

function Health() {
  const { value, error, loading, retry } = useHealth();
  if (error && !loading) {
    return <FailureMessage error={error} onRetry={retry} />;
  }
  return value ? <HealthReport {...value} /> : <Waiting />;
}

function Waiting() {
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <div role="status" aria-label={t('health.loading')}>
      <Skeleton height={80} />
      <Skeleton height={160} />
      <Skeleton height={160} />
    </div>
  );
}
