import type { MovesFilter } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import { autonomyTranslationRef } from '../../../translation';

const CHOICES = [
  { when: 'at-once', text: 'simulation.atOnce' },
  { when: 'settled', text: 'simulation.settled' },
] as const;

const useStyles = makeStyles(
  theme => ({
    // The chosen one would be too pale to read.
    button: {
      '&&': { color: theme.palette.text.primary },
      textTransform: 'none',
      padding: theme.spacing(0.5, 2),
      whiteSpace: 'nowrap',
    },
    chosen: { fontWeight: 700, textDecoration: 'underline' },
  }),
  { name: 'AutonomyWhenToggle' },
);

export interface WhenToggleProps {
  when: MovesFilter['when'];
  onChange: (when: MovesFilter['when']) => void;
}

/** The moment the draft holds, or the end of it. */
export function WhenToggle({ when = 'settled', onChange }: WhenToggleProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label={t('moves.when')}
      value={when}
      onChange={(_, chosen) => chosen && onChange(chosen)}
    >
      {CHOICES.map(choice => (
        <ToggleButton
          key={choice.when}
          value={choice.when}
          className={`${classes.button} ${
            choice.when === when ? classes.chosen : ''
          }`}
        >
          {t(choice.text)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
