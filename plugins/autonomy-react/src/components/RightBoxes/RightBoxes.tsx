import type { DecisionRight } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { alpha, makeStyles } from '@material-ui/core/styles';
import { readableOn } from '../../theme/readableOn';

const RIGHTS: DecisionRight[] = [1, 2, 3, 4, 5];

const useStyles = makeStyles(
  theme => ({
    root: { display: 'inline-flex', gap: 2, flex: 'none' },
    box: {
      width: 10,
      height: 10,
      borderRadius: 2,
      background: alpha(theme.palette.text.primary, 0.14),
    },
    held: { background: theme.palette.primary.main },
    withheld: {
      outlineOffset: -1.5,
      outline: `1.5px dashed ${readableOn(theme.palette.error.main, [
        theme.palette.background.paper,
        theme.palette.background.default,
      ])}`,
    },
  }),
  { name: 'AutonomyRightBoxes' },
);

/** @public */
export interface RightBoxesProps {
  right: DecisionRight;
  /** The right without what currently withholds it: boxes up to it are dashed. */
  upTo?: DecisionRight;
}

/** A right as five boxes. It is drawn beside its word, so it is hidden from assistive technology. @public */
export function RightBoxes({ right, upTo = right }: RightBoxesProps) {
  const classes = useStyles();
  const look = (box: DecisionRight) => {
    if (box <= right) return classes.held;
    return box <= upTo ? classes.withheld : '';
  };
  return (
    <span className={classes.root} aria-hidden>
      {RIGHTS.map(box => (
        <span key={box} className={`${classes.box} ${look(box)}`} />
      ))}
    </span>
  );
}
