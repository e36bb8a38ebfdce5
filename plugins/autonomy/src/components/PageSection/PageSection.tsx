import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId, type ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: { minWidth: 0, padding: theme.spacing(2) },
    header: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(1),
    },
    title: { fontWeight: 600 },
  }),
  { name: 'AutonomyPageSection' },
);

export interface PageSectionProps {
  title: string;
  /** At the end of the title's line. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A part of a page under its own heading. */
export function PageSection(props: PageSectionProps) {
  const classes = useStyles();
  const id = useId();
  return (
    <Paper
      className={classes.root}
      variant="outlined"
      component="section"
      aria-labelledby={id}
    >
      <div className={classes.header}>
        <Typography
          id={id}
          variant="body2"
          component="h2"
          className={classes.title}
        >
          {props.title}
        </Typography>
        {props.actions}
      </div>
      {props.children}
    </Paper>
  );
}
