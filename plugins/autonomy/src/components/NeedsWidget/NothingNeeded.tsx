import type { Needs } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useToneStyles } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { RiLeafLine } from '@remixicon/react';
import { autonomyTranslationRef } from '../../translation';
import { StateMessage } from '../StateMessage';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', gap: theme.spacing(2) },
    icon: { flex: 'none' },
  }),
  { name: 'AutonomyNothingNeeded' },
);

export type NothingNeededProps = Pick<Needs, 'boards' | 'owned'>;

/** Nothing is to be done, and why that is so. */
export function NothingNeeded({ boards, owned }: NothingNeededProps) {
  const classes = useStyles();
  const tones = useToneStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  if (owned === 0 && boards === 0) {
    return (
      <StateMessage
        title={t('needs.uninvolvedTitle')}
        text={t('needs.uninvolvedText')}
      />
    );
  }
  return (
    <div className={classes.root}>
      <RiLeafLine
        className={`${classes.icon} ${tones.good}`}
        size={36}
        aria-hidden
      />
      <StateMessage
        title={t('needs.nothingTitle')}
        text={
          owned > 0
            ? t('needs.nothingOwned', { count: owned })
            : t('needs.nothingBoard')
        }
      />
    </div>
  );
}
