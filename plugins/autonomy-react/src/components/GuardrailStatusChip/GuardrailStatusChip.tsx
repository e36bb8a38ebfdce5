import type { EntityGuardrailStatus } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { makeStyles } from '@material-ui/core/styles';
import { useToneStyles } from '../../theme';
import { useAutonomyWords } from '../../words';
import { guardrailStatusLook } from './statusLook';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'baseline',
      gap: theme.spacing(0.5),
      fontFamily: theme.typography.fontFamily,
      fontSize: theme.typography.body2.fontSize,
      lineHeight: 1.3,
    },
    // Beside the words rather than on their line, or the icon lifts them.
    icon: { flex: 'none', alignSelf: 'center' },
  }),
  { name: 'AutonomyGuardrailStatusChip' },
);

/** @public */
export interface GuardrailStatusChipProps {
  status: EntityGuardrailStatus;
  /** How many guardrails stand at this status. */
  count?: number;
}

/** A guardrail status by icon and words; its colour only repeats them. @public */
export function GuardrailStatusChip(props: GuardrailStatusChipProps) {
  const { status, count } = props;
  const classes = useStyles();
  const tones = useToneStyles();
  const words = useAutonomyWords();
  const { Icon, tone } = guardrailStatusLook[status];
  return (
    <span className={`${classes.root} ${tones[tone]}`}>
      <Icon className={classes.icon} size={16} aria-hidden />
      <span>{words.guardrails(status, count)}</span>
    </span>
  );
}
