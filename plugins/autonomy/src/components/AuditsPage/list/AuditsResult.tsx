import type { RecordedAudit } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyGovernanceApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { PagedResult } from '../../PagedResult';
import { StateMessage } from '../../StateMessage';
import { writeAddress } from '../../useAddressQuery';
import { usePages } from '../../usePages';
import { ChoosableAudits } from './ChoosableAudits';
import type { AuditRequest } from './useAuditRequest';

/** The audits of a request, page by page. */
export function AuditsResult(props: {
  request: NonNullable<AuditRequest['request']>;
}) {
  const { request } = props;
  const api = useApi(autonomyGovernanceApiRef);
  const { t } = useTranslationRef(autonomyTranslationRef);
  const load = useCallback(
    (cursor?: string) => api.listAudits({ ...request, cursor }),
    [api, request],
  );
  const pages = usePages<RecordedAudit>(load);
  const isFiltered = writeAddress(request).size > 0;
  return (
    <PagedResult
      pages={pages}
      loading={t('audits.loading')}
      more={t('governanceList.moreOf', { title: t('audits.title') })}
      empty={
        <StateMessage
          title={t(isFiltered ? 'overview.noMatchTitle' : 'audits.emptyTitle')}
          text={t(isFiltered ? 'overview.noMatchText' : 'audits.emptyText')}
        />
      }
    >
      {items => (
        <ChoosableAudits
          items={items}
          busy={pages.loading}
          onRated={pages.retry}
        />
      )}
    </PagedResult>
  );
}
