import type { PublishedVersion } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  autonomyPolicyApiRef,
  useFormatters,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { lazy, Suspense, useState } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { autonomyTranslationRef } from '../../../translation';
import { ChoiceField } from '../../actions/dialog';
import { LinkButton } from '../../LinkButton';
import { FailureMessage } from '../../StateMessage';
import { Waiting } from '../Waiting';

const TextDiff = lazy(async () => ({
  default: (await import('../../TextDiff')).TextDiff,
}));

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1),
    },
    choices: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'AutonomyCompareVersions' },
);

export interface CompareVersionsProps {
  /** Of one document, the newest first; at least two. */
  versions: PublishedVersion[];
}

/** The texts of two versions against each other. */
export function CompareVersions({ versions }: CompareVersionsProps) {
  const classes = useStyles();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [open, setOpen] = useState(false);
  const [from, setFrom] = useState(String(versions[1].number));
  const [to, setTo] = useState(String(versions[0].number));
  const choices = versions.map(({ number }) => ({
    value: String(number),
    label: format.number(number),
  }));
  return (
    <div className={classes.root}>
      <div>
        <LinkButton aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('comparePolicy.title')}
        </LinkButton>
      </div>
      {open && (
        <>
          <div className={classes.choices}>
            <ChoiceField
              label={t('comparePolicy.from')}
              value={from}
              onChange={setFrom}
              choices={choices}
            />
            <ChoiceField
              label={t('comparePolicy.to')}
              value={to}
              onChange={setTo}
              choices={choices}
            />
          </div>
          <Comparison from={Number(from)} to={Number(to)} />
        </>
      )}
    </div>
  );
}

function Comparison({ from, to }: { from: number; to: number }) {
  const api = useApi(autonomyPolicyApiRef);
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { error, loading, retry, value } = useAsyncRetry(
    () => Promise.all([from, to].map(number => api.getVersion(number))),
    [api, from, to],
  );
  if (error && !loading) {
    return <FailureMessage error={error} onRetry={retry} />;
  }
  if (loading || !value) {
    return <Waiting label={t('comparePolicy.loading')} />;
  }
  const [before, after] = value.map(version => version?.yaml);
  if (before === undefined || after === undefined) {
    return (
      <Typography variant="body2">
        {t('comparePolicy.retired', {
          version: format.number(before === undefined ? from : to),
        })}
      </Typography>
    );
  }
  return before === after ? (
    <Typography variant="body2">{t('comparePolicy.same')}</Typography>
  ) : (
    <Suspense fallback={<Waiting label={t('comparePolicy.loading')} />}>
      <TextDiff
        label={t('comparePolicy.label', {
          from: format.number(from),
          to: format.number(to),
        })}
        before={before}
        after={after}
      />
    </Suspense>
  );
}
