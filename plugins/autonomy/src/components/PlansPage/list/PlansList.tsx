import type { RecordedPlan } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyGovernanceApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { useCallback } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { PagedResult } from '../../PagedResult';
import { PageSection } from '../../PageSection';
import { StateMessage } from '../../StateMessage';
import { useAddressQuery, writeAddress } from '../../useAddressQuery';
import { usePages } from '../../usePages';
import { PlanFilters } from './PlanFilters';
import { PlansTable } from './PlansTable';
import { readPlanQuery } from './planQuery';

/** The plans that the reader may see, the last opened first. */
export function PlansList() {
  const api = useApi(autonomyGovernanceApiRef);
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [query, change] = useAddressQuery(readPlanQuery);
  const load = useCallback(
    (cursor?: string) => api.listPlans({ ...query, cursor }),
    [api, query],
  );
  const pages = usePages<RecordedPlan>(load);
  const isFiltered = writeAddress(query).size > 0;
  const title = t('planDetails.heading');
  return (
    <PageSection title={title}>
      <Typography variant="body2" color="textSecondary" paragraph>
        {t('planDetails.meaning')}
      </Typography>
      <PlanFilters query={query} onChange={change} />
      <PagedResult
        pages={pages}
        loading={t('plans.loading')}
        more={t('governanceList.moreOf', { title })}
        empty={
          <StateMessage
            title={t(isFiltered ? 'overview.noMatchTitle' : 'plans.emptyTitle')}
            text={t(isFiltered ? 'overview.noMatchText' : 'plans.emptyText')}
          />
        }
      >
        {items => <PlansTable items={items} busy={pages.loading} />}
      </PagedResult>
    </PageSection>
  );
}
