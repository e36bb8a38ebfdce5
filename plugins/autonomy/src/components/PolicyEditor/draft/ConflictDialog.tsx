import type { PolicyDraft } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { RelativeTime } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import Typography from '@material-ui/core/Typography';
import { useId } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { autonomyTranslationRef } from '../../../translation';
import { messageOf } from '../../actions/dialog/messageOf';
import { EntityName } from '../../actions/shared';
import { Concern } from '../../Concern';
import { TextDifference } from '../code/TextDifference';

export interface ConflictDialogProps {
  theirs: PolicyDraft;
  mine: string;
  onTakeTheirs: () => void;
  onKeepMine: () => Promise<unknown>;
  onClose: () => void;
}

/** Somebody else saved the draft meanwhile: nothing is overwritten before its author has seen both texts. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { mine, onClose, onKeepMine, onTakeTheirs, theirs } = props;
  const titleId = useId();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [copied, copy] = useCopyToClipboard();
  const [{ error, loading }, keep] = useAsyncFn(onKeepMine, [onKeepMine]);
  return (
    <Dialog
      open
      fullWidth
      maxWidth="md"
      onClose={onClose}
      aria-labelledby={titleId}
    >
      <DialogContent>
        <Typography id={titleId} variant="h6" component="h2" gutterBottom>
          {t('conflict.title')}
        </Typography>
        <Typography variant="body2" gutterBottom>
          {t('conflict.text', {
            who: <EntityName entityRef={theirs.updatedBy} />,
            when: <RelativeTime instant={theirs.updatedAt} />,
          })}
        </Typography>
        <TextDifference
          label={t('conflict.difference')}
          before={theirs.yaml}
          after={mine}
        />
        {error && (
          <Typography variant="body2" component="div" role="alert">
            <Concern>{messageOf(error)}</Concern>
          </Typography>
        )}
        <span role="status">{copied.value && t('conflict.copied')}</span>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('actions.cancel')}</Button>
        <Button onClick={() => copy(mine)}>{t('conflict.copy')}</Button>
        <Button onClick={onTakeTheirs}>{t('conflict.takeTheirs')}</Button>
        <Button
          color="primary"
          variant="contained"
          disabled={loading}
          onClick={keep}
        >
          {t('conflict.keepMine')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
