import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import { Concern } from '../../Concern';
import { PageSection } from '../../PageSection';
import { Waiting } from '../../ScorecardsPage/Waiting';
import { FailureMessage, StateMessage } from '../../StateMessage';
import { useAddressQuery } from '../../useAddressQuery';
import { AuditFilters } from './AuditFilters';
import { readAuditQuery, type AuditQuery } from './auditQuery';
import { AuditsResult } from './AuditsResult';
import { useAuditRequest } from './useAuditRequest';

/** The audits that the reader may see, the first due first. */
export function AuditsList() {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [query, change] = useAddressQuery(readAuditQuery);
  return (
    <PageSection title={t('audits.title')}>
      <Typography variant="body2" color="textSecondary" paragraph>
        {t('audits.meaning')}
      </Typography>
      <AuditFilters query={query} onChange={change} />
      <Requested query={query} />
    </PageSection>
  );
}

function Requested({ query }: { query: AuditQuery }) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { error, loading, retry, value } = useAuditRequest(query);
  if (error && !loading) {
    return <FailureMessage error={error} onRetry={retry} />;
  }
  if (!value) {
    return <Waiting label={t('audits.loading')} />;
  }
  const { isCut, request } = value;
  return request ? (
    <>
      {isCut && <Concern>{t('audits.cut')}</Concern>}
      <AuditsResult request={request} />
    </>
  ) : (
    <StateMessage
      title={t('audits.notYoursTitle')}
      text={t('audits.notYoursText')}
    />
  );
}
