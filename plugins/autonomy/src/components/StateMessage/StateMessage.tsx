import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'flex-start',
      gap: theme.spacing(0.5),
      maxWidth: 560,
    },
    action: { marginTop: theme.spacing(1) },
  }),
  { name: 'AutonomyStateMessage' },
);

export interface StateMessageProps {
  title: string;
  text: string;
  /** Read out at once, because something went wrong. */
  alert?: boolean;
  action?: ReactNode;
}

/** Why there is nothing to show, and what to do about it. */
export function StateMessage(props: StateMessageProps) {
  const classes = useStyles();
  return (
    <div className={classes.root} role={props.alert ? 'alert' : 'status'}>
      <Typography variant="body2" style={{ fontWeight: 600 }}>
        {props.title}
      </Typography>
      <Typography variant="body2">{props.text}</Typography>
      {props.action && <div className={classes.action}>{props.action}</div>}
    </div>
  );
}
