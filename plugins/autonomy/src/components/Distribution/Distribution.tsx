import { autonomyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { autonomyTranslationRef } from '../../translation';
import {
  filterOf,
  type ListQuery,
  type ListRequest,
} from '../EntitiesOverview/listQuery';
import { FailureMessage } from '../StateMessage';
import { DistributionBars } from './DistributionBars';

export interface DistributionProps {
  query: ListQuery;
  /** Undefined until it is known whose entities are counted. */
  request?: ListRequest;
}

/** How the entities that are listed divide by level and by guardrails; each part narrows the list to itself. */
export function Distribution({ query, request }: DistributionProps) {
  const api = useApi(autonomyApiRef);
  const { t } = useTranslationRef(autonomyTranslationRef);
  const filter = request && filterOf(request);
  // Another order or page of the list is no other distribution.
  const key = filter && JSON.stringify(filter);
  const { value, error, loading, retry } = useAsyncRetry(
    async () =>
      // Only the totals are shown, so one group is enough.
      filter &&
      api.summarizeEntities({ ...filter, groupBy: 'domain', limit: 1 }),
    [api, key],
  );
  if (error && !loading) {
    return <FailureMessage error={error} onRetry={retry} />;
  }
  if (!value) {
    return (
      <div role="status" aria-label={t('distribution.loading')}>
        <Skeleton height={72} />
      </div>
    );
  }
  if (value.isWithheld || !value.totals) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t('distribution.withheld')}
      </Typography>
    );
  }
  return <DistributionBars query={query} totals={value.totals} />;
}
