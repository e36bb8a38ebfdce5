import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alpha, makeStyles } from '@material-ui/core/styles';
import { autonomyReactTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => {
    const on = theme.palette.primary.main;
    const off = alpha(theme.palette.text.primary, 0.14);
    return {
      root: { display: 'flex', gap: theme.spacing(0.5) },
      step: { flex: 1, height: 6, borderRadius: 3, background: off },
      taken: { background: on },
      next: {
        background: `repeating-linear-gradient(135deg, ${on} 0 4px, ${off} 4px 8px)`,
      },
    };
  },
  { name: 'AutonomyLadderBar' },
);

/** @public */
export interface LadderBarProps {
  level: number;
  /** How many levels the ladder has. */
  count: number;
}

/** Where on the ladder: steps taken are filled, the next one is hatched. @public */
export function LadderBar({ level, count }: LadderBarProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyReactTranslationRef);
  const look = (step: number) => {
    if (step <= level) return classes.taken;
    return step === level + 1 ? classes.next : '';
  };
  return (
    <div
      className={classes.root}
      role="img"
      aria-label={t('level.position', {
        level: String(level),
        top: String(count),
      })}
    >
      {Array.from({ length: count }, (_, index) => (
        <span key={index} className={`${classes.step} ${look(index + 1)}`} />
      ))}
    </div>
  );
}
