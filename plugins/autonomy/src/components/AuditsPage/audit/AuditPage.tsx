import { autonomyGovernanceApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useParams } from 'react-router-dom';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { autonomyTranslationRef } from '../../../translation';
import { Waiting } from '../../ScorecardsPage/Waiting';
import { FailureMessage, StateMessage } from '../../StateMessage';
import { useGovernancePaths } from '../../useGovernancePaths';
import { AuditView } from './AuditView';

/** The audit that the address names. */
export function AuditPage() {
  const { id = '' } = useParams();
  const api = useApi(autonomyGovernanceApiRef);
  const paths = useGovernancePaths();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { error, loading, retry, value } = useAsyncRetry(
    async () => ({ id, audit: await api.getAudit(id) }),
    [api, id],
  );
  if (error && !loading) {
    return <FailureMessage error={error} onRetry={retry} />;
  }
  // Another audit is not shown under this one's address.
  if (!value || value.id !== id) {
    return <Waiting label={t('audit.loading')} />;
  }
  return value.audit ? (
    <AuditView key={id} audit={value.audit} onChanged={retry} />
  ) : (
    <StateMessage
      title={t('audit.absentTitle')}
      text={t('audit.absentText')}
      action={<Link to={paths.audits}>{t('audit.back')}</Link>}
    />
  );
}
