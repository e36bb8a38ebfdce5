import { autonomyPolicyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { autonomyTranslationRef } from '../../../translation';
import { Concern } from '../../Concern';
import { PolicyChanges } from '../../PolicyChanges';
import { FailureMessage } from '../../StateMessage';

/** What it would change of what is in force to publish an earlier version again. */
export function RollBackPreview(props: { number: number; yaml?: string }) {
  const { number } = props;
  const api = useApi(autonomyPolicyApiRef);
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { error, loading, retry, value } = useAsyncRetry(async () => {
    const yaml = props.yaml ?? (await api.getVersion(number))?.yaml;
    return yaml === undefined ? undefined : api.validate(yaml);
  }, [api, number, props.yaml]);
  if (error && !loading) {
    return <FailureMessage error={error} onRetry={retry} />;
  }
  if (!value) {
    return (
      <Typography variant="body2" role="status">
        {t('changePolicy.judging')}
      </Typography>
    );
  }
  const { changes, issues } = value;
  return issues.length > 0 ? (
    <Typography variant="body2" component="div" role="alert">
      <Concern>{t('changePolicy.cannot')}</Concern>
      <ul>
        {issues.map(({ field, line, message }) => (
          <li key={`${line} ${field} ${message}`}>
            {field
              ? t('changePolicy.issue', { line: String(line), field, message })
              : t('changePolicy.issueWithoutField', {
                  line: String(line),
                  message,
                })}
          </li>
        ))}
      </ul>
    </Typography>
  ) : (
    <div>
      <Typography variant="body2" style={{ fontWeight: 600 }}>
        {t('changePolicy.rollBackChanges')}
      </Typography>
      <PolicyChanges changes={changes} />
    </div>
  );
}
