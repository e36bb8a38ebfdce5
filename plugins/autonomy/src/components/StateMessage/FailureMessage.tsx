import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { autonomyTranslationRef } from '../../translation';
import { StateMessage } from './StateMessage';

export interface FailureMessageProps {
  error: Error;
  onRetry: () => void;
}

/** Whether the answer exists, but not for this reader. */
export function isForbidden(error: Error & { statusCode?: number }): boolean {
  return error.name === 'NotAllowedError' || error.statusCode === 403;
}

/** An answer that did not come, told apart from one that is not for this reader. */
export function FailureMessage({ error, onRetry }: FailureMessageProps) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (isForbidden(error)) {
    return (
      <StateMessage
        title={t('state.forbiddenTitle')}
        text={t('state.forbiddenText')}
      />
    );
  }
  return (
    <StateMessage
      alert
      title={t('state.errorTitle')}
      text={error.message}
      action={
        <Button size="small" variant="outlined" onClick={onRetry}>
          {t('state.retry')}
        </Button>
      }
    />
  );
}
