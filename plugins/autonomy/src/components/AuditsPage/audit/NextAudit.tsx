import type {
  AutonomyGovernanceApi,
  RecordedAudit,
} from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyGovernanceApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { defaultEntityPresentation } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import useAsync from 'react-use/esm/useAsync';
import { autonomyTranslationRef } from '../../../translation';
import { useGovernancePaths } from '../../useGovernancePaths';

const PAGE = 200;
/** So many pages are looked through: who has more before them has other worries. */
const MOST_PAGES = 5;

/** The first due audit in which the reader has something to do. */
async function nextAudit(
  api: AutonomyGovernanceApi,
  after: string,
): Promise<RecordedAudit | undefined> {
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { items, pageInfo } = await api.listAudits({
      state: ['rating', 'comparing'],
      limit: PAGE,
      cursor,
    });
    const found = items.find(
      ({ id, may }) => id !== after && (may.rate !== undefined || may.agree),
    );
    if (found || !pageInfo.nextCursor) return found;
    cursor = pageInfo.nextCursor;
  }
  return undefined;
}

/** The way to the next audit that waits for the reader; nothing where none does. */
export function NextAudit({ after }: { after: string }) {
  const api = useApi(autonomyGovernanceApiRef);
  const paths = useGovernancePaths();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { value } = useAsync(() => nextAudit(api, after), [api, after]);
  if (!value) return null;
  const entity =
    value.entityTitle ??
    defaultEntityPresentation(value.entityRef).primaryTitle;
  return (
    <Typography
      variant="body2"
      component="nav"
      aria-label={t('audit.nextLabel')}
    >
      <Link to={paths.audit(value.id)}>{t('audit.next', { entity })}</Link>
    </Typography>
  );
}
