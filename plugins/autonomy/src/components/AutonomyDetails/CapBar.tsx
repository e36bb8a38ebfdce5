import type { DecisionRight } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { alpha, makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: {
      flex: '1 1 80px',
      minWidth: 0,
      height: 10,
      borderRadius: 3,
      overflow: 'hidden',
      background: alpha(theme.palette.text.primary, 0.14),
    },
    fill: {
      height: '100%',
      background: alpha(theme.palette.primary.main, 0.45),
    },
    binding: { background: theme.palette.primary.main },
  }),
  { name: 'AutonomyCapBar' },
);

export interface CapBarProps {
  right: DecisionRight;
  /** It is what counts. */
  binding: boolean;
}

/** How far a cap reaches of all five rights. Its word stands beside it. */
export function CapBar({ right, binding }: CapBarProps) {
  const classes = useStyles();
  return (
    <div className={classes.root} aria-hidden>
      <div
        className={`${classes.fill} ${binding ? classes.binding : ''}`}
        style={{ width: `${right * 20}%` }}
      />
    </div>
  );
}
