import { autonomyPolicyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { autonomyTranslationRef } from '../../../translation';
import { PolicyChanges } from '../../PolicyChanges';
import { FailureMessage } from '../../StateMessage';

/** What a version changed of what was in force when it was published. */
export function VersionChanges({ number }: { number: number }) {
  const api = useApi(autonomyPolicyApiRef);
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { error, loading, retry, value } = useAsyncRetry(
    () => api.getVersion(number),
    [api, number],
  );
  if (error && !loading) {
    return <FailureMessage error={error} onRetry={retry} />;
  }
  return loading ? (
    <Typography variant="body2" role="status">
      {t('policyVersions.loadingChanges')}
    </Typography>
  ) : (
    <PolicyChanges changes={value?.changes ?? []} />
  );
}
