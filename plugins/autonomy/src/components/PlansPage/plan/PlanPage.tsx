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
import { PlanView } from './PlanView';

/** The plan that the address names. */
export function PlanPage() {
  const { id = '' } = useParams();
  const api = useApi(autonomyGovernanceApiRef);
  const paths = useGovernancePaths();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { error, loading, retry, value } = useAsyncRetry(
    async () => ({ id, plan: await api.getPlan(id) }),
    [api, id],
  );
  if (error && !loading) {
    return <FailureMessage error={error} onRetry={retry} />;
  }
  // Another plan is not shown under this one's address.
  if (!value || value.id !== id) {
    return <Waiting label={t('plan.loading')} />;
  }
  return value.plan ? (
    <PlanView key={id} plan={value.plan} onChanged={retry} />
  ) : (
    <StateMessage
      title={t('plan.absentTitle')}
      text={t('plan.absentText')}
      action={<Link to={paths.plans}>{t('plan.back')}</Link>}
    />
  );
}
