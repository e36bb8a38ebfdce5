import { useToneStyles } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: {
      position: 'relative',
      height: 12,
      width: '100%',
      minWidth: 120,
      maxWidth: 320,
      borderRadius: 4,
      overflow: 'hidden',
      backgroundColor: theme.palette.action.hover,
    },
    part: { height: '100%', backgroundColor: 'currentColor' },
    limit: {
      position: 'absolute',
      top: 0,
      bottom: 0,
      width: 2,
      backgroundColor: theme.palette.text.primary,
    },
    plain: { color: theme.palette.primary.main },
  }),
  { name: 'AutonomyLimitBar' },
);

/** Room beyond the limit, so that its mark never is the end of the bar. */
const ROOM = 1.5;

export interface LimitBarProps {
  /** 0..1 */
  share: number;
  /** 0..1 */
  limit: number;
  /** What the bar says; the same stands beside it as text. */
  label: string;
}

/** A share against the most that it may be, which is a line across. */
export function LimitBar({ label, limit, share }: LimitBarProps) {
  const classes = useStyles();
  const tones = useToneStyles();
  const most = Math.min(1, Math.max(limit * ROOM, share)) || 1;
  const place = (value: number) => `${Math.min(100, (value / most) * 100)}%`;
  return (
    <div role="img" aria-label={label} className={classes.root}>
      <div
        className={`${classes.part} ${
          share > limit ? tones.bad : classes.plain
        }`}
        style={{ width: place(share) }}
      />
      <div className={classes.limit} style={{ left: place(limit) }} />
    </div>
  );
}
