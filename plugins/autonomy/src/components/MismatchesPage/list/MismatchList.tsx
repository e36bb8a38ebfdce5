import type { Mismatch } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyGovernanceApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { useCallback } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { PagedResult } from '../../PagedResult';
import { PageSection } from '../../PageSection';
import { StateMessage } from '../../StateMessage';
import { writeAddress } from '../../useAddressQuery';
import { usePages } from '../../usePages';
import type { MismatchQuery } from '../mismatchQuery';
import { MismatchTable } from './MismatchTable';

export interface MismatchListProps {
  kind: 'surplus' | 'deficit';
  query: MismatchQuery;
}

/** Where teams decide more, or less, than recommended: the most urgent first, page by page. */
export function MismatchList({ kind, query }: MismatchListProps) {
  const api = useApi(autonomyGovernanceApiRef);
  const { t } = useTranslationRef(autonomyTranslationRef);
  const load = useCallback(
    (cursor?: string) => api.listMismatches({ ...query, kind, cursor }),
    [api, kind, query],
  );
  const pages = usePages<Mismatch>(load);
  const title = t(`mismatches.${kind}.title`);
  const isFiltered = writeAddress(query).size > 0;
  return (
    <PageSection title={title}>
      <Typography variant="body2" color="textSecondary">
        {t(`mismatches.${kind}.meaning`)}
      </Typography>
      <PagedResult
        pages={pages}
        loading={t('mismatches.loading')}
        more={t('governanceList.moreOf', { title })}
        empty={
          <StateMessage
            title={t(
              isFiltered
                ? 'overview.noMatchTitle'
                : `mismatches.${kind}.emptyTitle`,
            )}
            text={t(
              isFiltered
                ? 'overview.noMatchText'
                : `mismatches.${kind}.emptyText`,
            )}
          />
        }
      >
        {items => (
          <MismatchTable items={items} label={title} busy={pages.loading} />
        )}
      </PagedResult>
    </PageSection>
  );
}
