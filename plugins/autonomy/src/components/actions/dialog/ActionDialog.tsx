import { useToneStyles } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { RiErrorWarningLine } from '@remixicon/react';
import { useId, type ReactNode } from 'react';
import { autonomyTranslationRef } from '../../../translation';
import { LinkButton } from '../../LinkButton';
import { useSending } from './useSending';

const useStyles = makeStyles(
  theme => ({
    form: {
      display: 'flex',
      flexDirection: 'column',
      flex: '1 1 auto',
      minHeight: 0,
    },
    title: {
      padding: theme.spacing(2, 3, 0),
      overflowWrap: 'anywhere',
    },
    content: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      padding: theme.spacing(2, 3),
      overflowWrap: 'anywhere',
    },
    error: { padding: theme.spacing(1, 3, 0), overflowWrap: 'anywhere' },
    actions: { padding: theme.spacing(1.5, 3, 2) },
  }),
  { name: 'AutonomyActionDialog' },
);

export interface ActionDialogProps {
  title: string;
  /** What the button that sends says. */
  submit: string;
  /** Sends what was typed; undefined where some of it is not right yet. */
  onSubmit: () => Promise<void> | undefined;
  onClose: () => void;
  /** Offered where somebody else was quicker: shows what is so now. */
  onReload?: () => void;
  children: ReactNode;
}

/** Something that is done by filling in a form. A failure leaves everything as it was typed. */
export function ActionDialog(props: ActionDialogProps) {
  const { title, submit, onSubmit, onClose, onReload, children } = props;
  const classes = useStyles();
  const tones = useToneStyles();
  const narrow = useMediaQuery(useTheme().breakpoints.down('xs'));
  const { t } = useTranslationRef(autonomyTranslationRef);
  const titleId = useId();
  const { failure, formRef, send, sending } = useSending(onSubmit, onClose);
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      fullScreen={narrow}
      onClose={sending ? undefined : onClose}
      aria-labelledby={titleId}
    >
      <form ref={formRef} className={classes.form} noValidate onSubmit={send}>
        <Typography
          id={titleId}
          variant="h6"
          component="h2"
          className={classes.title}
        >
          {title}
        </Typography>
        <DialogContent className={classes.content}>{children}</DialogContent>
        {failure && (
          <Typography
            role="alert"
            variant="body2"
            className={`${tones.bad} ${classes.error}`}
          >
            <RiErrorWarningLine
              size={16}
              aria-hidden
              style={{ verticalAlign: -3 }}
            />{' '}
            {failure.message}
            {failure.isConflict && onReload && (
              <>
                {' '}
                <LinkButton
                  onClick={() => {
                    onReload();
                    onClose();
                  }}
                >
                  {t('actions.reload')}
                </LinkButton>
              </>
            )}
          </Typography>
        )}
        <DialogActions className={classes.actions}>
          <Button disabled={sending} onClick={onClose}>
            {t('actions.cancel')}
          </Button>
          <Button
            type="submit"
            color="primary"
            variant="contained"
            disabled={sending}
          >
            {submit}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
