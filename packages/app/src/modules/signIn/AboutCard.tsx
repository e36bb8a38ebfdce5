import { makeStyles, Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';

const useStyles = makeStyles((theme: Theme) => ({
  root: {
    padding: theme.spacing(3),
    borderRadius: theme.shape.borderRadius,
    border: `1px dashed ${theme.palette.divider}`,
  },
  title: { margin: theme.spacing(0, 0, 1) },
}));

/** Why there is no password, in the grid's sixth place. */
export const AboutCard = () => {
  const classes = useStyles();

  return (
    <li className={classes.root}>
      <Typography component="h2" variant="h6" className={classes.title}>
        A sample organisation
      </Typography>
      <Typography variant="body2" color="textSecondary" paragraph>
        Lanternwick, its people, services and incidents are invented. There is
        no password, because this portal answers to this machine only and
        refuses to start otherwise.
      </Typography>
      <Typography variant="body2" color="textSecondary">
        Your choice holds for this browser tab: open a second one to see the
        same service with other eyes.
      </Typography>
    </li>
  );
};
