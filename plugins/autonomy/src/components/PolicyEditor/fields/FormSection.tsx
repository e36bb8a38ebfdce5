import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId, type ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: { minWidth: 0, marginBottom: theme.spacing(3) },
    title: { fontWeight: 600, marginBottom: theme.spacing(0.5) },
    help: { marginBottom: theme.spacing(1.5), maxWidth: 720 },
    fields: {
      display: 'grid',
      // The label of a field stands on its upper edge.
      marginTop: theme.spacing(1.5),
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 220px), 1fr))',
      gap: theme.spacing(2),
      alignItems: 'start',
    },
  }),
  { name: 'AutonomyFormSection' },
);

export interface FormSectionProps {
  title: string;
  help?: string;
  /** Fields stand beside each other; anything else below. */
  isGrid?: boolean;
  children: ReactNode;
}

/** A part of a form under its own heading. */
export function FormSection(props: FormSectionProps) {
  const classes = useStyles();
  const id = useId();
  return (
    <section className={classes.root} aria-labelledby={id}>
      <Typography
        id={id}
        variant="body1"
        component="h3"
        className={classes.title}
      >
        {props.title}
      </Typography>
      {props.help && (
        <Typography
          variant="body2"
          color="textSecondary"
          className={classes.help}
        >
          {props.help}
        </Typography>
      )}
      {props.isGrid ? (
        <div className={classes.fields}>{props.children}</div>
      ) : (
        props.children
      )}
    </section>
  );
}
