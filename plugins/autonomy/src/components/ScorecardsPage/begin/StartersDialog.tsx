import { autonomyPolicyApiRef } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { autonomyTranslationRef } from '../../../translation';
import { FailureMessage } from '../../StateMessage';
import { Waiting } from '../Waiting';
import { Starter } from './Starter';

const useStyles = makeStyles(
  theme => ({
    title: { padding: theme.spacing(2, 3, 0) },
    list: {
      display: 'grid',
      gap: theme.spacing(2),
      margin: theme.spacing(2, 0, 0),
      padding: 0,
      listStyle: 'none',
    },
  }),
  { name: 'AutonomyStartersDialog' },
);

/** Scorecards that are shipped and not in force, to be adopted one by one. */
export function StartersDialog({ onClose }: { onClose: () => void }) {
  const classes = useStyles();
  const titleId = useId();
  const api = useApi(autonomyPolicyApiRef);
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { error, loading, retry, value } = useAsyncRetry(
    () => api.listStarters(),
    [api],
  );
  return (
    <Dialog
      open
      fullWidth
      maxWidth="md"
      onClose={onClose}
      aria-labelledby={titleId}
    >
      <Typography
        id={titleId}
        variant="h6"
        component="h2"
        className={classes.title}
      >
        {t('policyStarters.title')}
      </Typography>
      <DialogContent>
        <Typography variant="body2">{t('policyStarters.text')}</Typography>
        {error && !loading && <FailureMessage error={error} onRetry={retry} />}
        {!value && loading && <Waiting label={t('policyStarters.loading')} />}
        {value?.length === 0 && (
          <Typography variant="body2">{t('policyStarters.none')}</Typography>
        )}
        <ul className={classes.list}>
          {value?.map(starter => (
            <Starter key={starter.name} starter={starter} />
          ))}
        </ul>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('policyStarters.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
