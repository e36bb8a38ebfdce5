import { useFormatters } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { autonomyTranslationRef } from '../../../translation';
import { usePolicy } from '../../usePolicy';
import { DateField } from '../dialog';
import { dayOf, daysAfter, isDayWithin } from '../shared';

const DAY = 86_400_000;
const PRESETS = [14, 30, 60, 90];
const FAR = 3_650 * DAY;

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
    },
    presets: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'AutonomyExemptionEnd' },
);

/** How far ahead an exemption may end; what a domain's overlay shortens is left to the backend. */
export function useExemptionEnd(now: number) {
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const policy = usePolicy();
  const longest = policy?.exemptions.maxDuration ?? FAR;
  return {
    longest,
    mistakeOf: (day: string) =>
      isDayWithin(day, daysAfter(now, 1), dayOf(now + longest))
        ? undefined
        : t('actionField.daysAhead', { duration: format.duration(longest) }),
  };
}

export interface ExemptionEndProps {
  /** UTC milliseconds. */
  now: number;
  /** Milliseconds. */
  longest: number;
  value: string;
  onChange: (day: string) => void;
  mistake?: string;
}

/** Until when, with what is usual at hand. */
export function ExemptionEnd(props: ExemptionEndProps) {
  const { longest, mistake, now, onChange, value } = props;
  const classes = useStyles();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  return (
    <div className={classes.root}>
      <DateField
        label={t('actionField.until')}
        value={value}
        onChange={onChange}
        first={daysAfter(now, 1)}
        last={dayOf(now + longest)}
        required
        mistake={mistake}
      />
      <div
        className={classes.presets}
        role="group"
        aria-label={t('exemptionAction.presets')}
      >
        {PRESETS.filter(days => days * DAY <= longest).map(days => {
          const day = daysAfter(now, days);
          return (
            <Button
              key={days}
              size="small"
              variant="outlined"
              color={day === value ? 'primary' : 'default'}
              aria-pressed={day === value}
              onClick={() => onChange(day)}
            >
              {format.duration(days * DAY)}
            </Button>
          );
        })}
      </div>
    </div>
  );
}
