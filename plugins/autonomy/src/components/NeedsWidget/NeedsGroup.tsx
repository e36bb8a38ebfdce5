import type { Need } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { autonomyTranslationRef } from '../../translation';
import { NeedRow } from './NeedRow';

const useStyles = makeStyles(
  theme => ({
    root: {
      '& + &': { marginTop: theme.spacing(2) },
    },
    list: { margin: 0, padding: 0, listStyle: 'none' },
  }),
  { name: 'AutonomyNeedsGroup' },
);

export interface NeedsGroupProps {
  as: Need['as'];
  /** The most urgent first. */
  items: Need[];
  /** How many there are altogether. */
  count: number;
  /** How many are shown before more are asked for. */
  limit: number;
}

/** What the reader is needed for in one of their parts. */
export function NeedsGroup({ as, items, count, limit }: NeedsGroupProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? items : items.slice(0, limit);
  return (
    <section className={classes.root}>
      <Typography component="h3" variant="subtitle2">
        {t(`needsAs.${as}`, { number: String(count) })}
      </Typography>
      <ul className={classes.list}>
        {shown.map((need, index) => (
          <NeedRow key={index} need={need} />
        ))}
      </ul>
      {items.length > limit && (
        <Button size="small" onClick={() => setOpen(!isOpen)}>
          {isOpen
            ? t('needs.fewer')
            : t('needs.all', { number: String(items.length) })}
        </Button>
      )}
      {isOpen && count > items.length && (
        <Typography variant="body2" color="textSecondary">
          {t('needs.cut', {
            shown: String(items.length),
            all: String(count),
          })}
        </Typography>
      )}
    </section>
  );
}
