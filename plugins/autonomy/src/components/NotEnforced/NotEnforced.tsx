import {
  useFormatters,
  useNow,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { RiEyeLine } from '@remixicon/react';
import { autonomyTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      ...theme.typography.body2,
      display: 'flex',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(1.5),
      padding: theme.spacing(0.75, 1),
      borderRadius: 4,
      border: `1px dashed ${theme.palette.text.secondary}`,
    },
    icon: { flex: 'none', marginTop: 1 },
  }),
  { name: 'AutonomyNotEnforced' },
);

export interface NotEnforcedProps {
  /** Since when rights are enforced; absent means always. */
  enforcedFrom?: number;
}

/** Says that rights are shown only, as long as that is so. */
export function NotEnforced({ enforcedFrom }: NotEnforcedProps) {
  const classes = useStyles();
  const now = useNow();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (enforcedFrom === undefined || enforcedFrom <= now) {
    return null;
  }
  return (
    <div className={classes.root} role="note">
      <RiEyeLine size={18} className={classes.icon} aria-hidden />
      {t('notEnforced.text', { date: format.date(enforcedFrom) })}
    </div>
  );
}
