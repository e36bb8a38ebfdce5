import { autonomyPolicyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Skeleton from '@material-ui/lab/Skeleton';
import { useParams } from 'react-router-dom';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { autonomyTranslationRef } from '../../translation';
import { FailureMessage, StateMessage } from '../StateMessage';
import { DraftEditor } from './DraftEditor';

/** Edits one draft of a scorecard, an overlay or the policy; the draft is the one of the address. */
export function PolicyEditor() {
  const { id = '' } = useParams<{ id: string }>();
  const api = useApi(autonomyPolicyApiRef);
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { value, error, loading, retry } = useAsyncRetry(
    async () => ({ draft: await api.getDraft(id) }),
    [api, id],
  );
  if (error && !loading) {
    return <FailureMessage error={error} onRetry={retry} />;
  }
  if (!value || loading) {
    return (
      <div role="status" aria-label={t('editor.loading')}>
        <Skeleton height={48} />
        <Skeleton height={320} />
      </div>
    );
  }
  return value.draft ? (
    <DraftEditor key={value.draft.id} draft={value.draft} />
  ) : (
    <StateMessage
      title={t('editor.absentTitle')}
      text={t('editor.absentText')}
    />
  );
}
