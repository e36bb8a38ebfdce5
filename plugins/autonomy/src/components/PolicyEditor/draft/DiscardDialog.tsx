import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { autonomyTranslationRef } from '../../../translation';
import { ActionDialog } from '../../actions/dialog';

export interface DiscardDialogProps {
  title: string;
  onDiscard: () => Promise<void>;
  onClose: () => void;
}

/** Throws a draft away once its author is sure. */
export function DiscardDialog(props: DiscardDialogProps) {
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <ActionDialog
      title={t('editor.discardTitle')}
      submit={t('editor.discardNow')}
      onSubmit={props.onDiscard}
      onClose={props.onClose}
    >
      <Typography variant="body2">
        {t('editor.discardText', { title: props.title })}
      </Typography>
    </ActionDialog>
  );
}
