import { autonomyGovernanceApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { autonomyTranslationRef } from '../../../translation';
import { FailureMessage, StateMessage } from '../../StateMessage';
import { writeAddress } from '../../useAddressQuery';
import { filterOf, type MismatchQuery } from '../mismatchQuery';
import { RiskTable } from './RiskTable';

const SKELETON_ROWS = 4;

/** How many areas stand at which consequence and right. */
export function RiskMatrix({ query }: { query: MismatchQuery }) {
  const api = useApi(autonomyGovernanceApiRef);
  const { t } = useTranslationRef(autonomyTranslationRef);
  const filter = filterOf(query);
  // A cell that is chosen narrows the lists alone, so the same filter is not asked for again.
  const { value, loading, error, retry } = useAsyncRetry(
    () => api.getRiskMatrix(filter),
    [api, writeAddress(filter).toString()],
  );
  if (error && !loading) {
    return <FailureMessage error={error} onRetry={retry} />;
  }
  if (!value) {
    return (
      <div role="status" aria-label={t('riskMatrix.loading')}>
        {Array.from({ length: SKELETON_ROWS }, (_, index) => (
          <Skeleton key={index} height={48} />
        ))}
      </div>
    );
  }
  if (value.isWithheld) {
    return (
      <StateMessage
        title={t('riskMatrix.withheldTitle')}
        text={t('riskMatrix.withheldText')}
      />
    );
  }
  if (value.cells.every(({ areas }) => areas === 0)) {
    return (
      <StateMessage
        title={t('riskMatrix.emptyTitle')}
        text={t('riskMatrix.emptyText')}
      />
    );
  }
  return (
    <>
      <Typography variant="body2" color="textSecondary">
        {t('riskMatrix.entities', { count: value.entities })}
      </Typography>
      <RiskTable cells={value.cells} query={query} busy={loading} />
    </>
  );
}
