import type { PolicyStarter } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { autonomyPolicyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import {
  useAnalytics,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { RiCheckLine } from '@remixicon/react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { autonomyTranslationRef } from '../../../translation';
import { messageOf } from '../../actions/dialog';
import { Concern } from '../../Concern';
import { usePolicyPaths } from '../../usePolicyPaths';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      columnGap: theme.spacing(2),
      alignItems: 'start',
      overflowWrap: 'anywhere',
    },
    checks: {
      ...theme.typography.body2,
      '& summary': { cursor: 'pointer' },
      '& ul': { margin: 0, paddingLeft: theme.spacing(3) },
    },
  }),
  { name: 'AutonomyStarter' },
);

/** One scorecard to begin with: what it asks for and why, and the way to adopt it. */
export function Starter({ starter }: { starter: PolicyStarter }) {
  const { checks, description, isAdopted, name, title, yaml } = starter;
  const classes = useStyles();
  const api = useApi(autonomyPolicyApiRef);
  const analytics = useAnalytics();
  const paths = usePolicyPaths();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [{ error, loading, value: draft }, adopt] = useAsyncFn(async () => {
    const begun = await api.createDraft({ yaml });
    analytics.captureEvent('adopt-starter', name);
    return begun;
  }, [analytics, api, name, yaml]);
  return (
    <li className={classes.root}>
      <div>
        <Typography variant="body2" style={{ fontWeight: 600 }}>
          {title}
        </Typography>
        <Typography variant="body2">{description}</Typography>
        <details className={classes.checks}>
          <summary>
            {t('policyStarters.checks', { count: checks.length })}
          </summary>
          <ul>
            {checks.map(check => (
              <li key={check.id}>
                {check.title}
                {check.risk && (
                  <Typography variant="body2" color="textSecondary">
                    {check.risk}
                  </Typography>
                )}
              </li>
            ))}
          </ul>
        </details>
        {error && (
          <Typography variant="body2" component="div" role="alert">
            <Concern>
              {t('policyStarters.failed', { title, reason: messageOf(error) })}
            </Concern>
          </Typography>
        )}
      </div>
      <div role="status">
        {draft && (
          <Link
            to={paths.draft(draft.id)}
            aria-label={t('policyStarters.draftName', { title })}
          >
            {t('policyStarters.draft')}
          </Link>
        )}
        {!draft && isAdopted && (
          <Typography variant="body2">
            <RiCheckLine size={14} aria-hidden style={{ verticalAlign: -2 }} />{' '}
            {t('policyStarters.adopted')}
          </Typography>
        )}
        {!draft && !isAdopted && (
          <Button
            size="small"
            variant="outlined"
            disabled={loading}
            aria-label={t('policyStarters.adoptName', { title })}
            onClick={adopt}
          >
            {t('policyStarters.adopt')}
          </Button>
        )}
      </div>
    </li>
  );
}
