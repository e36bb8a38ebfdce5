import type { ReadinessRollUpItem } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import {
  useFormatters,
  useToneStyles,
} from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { RiCheckLine, RiCloseLine } from '@remixicon/react';
import { autonomyTranslationRef } from '../../../translation';
import type { RollUpScope } from '../scope';
import { useListHref } from '../useListHref';

const useStyles = makeStyles(
  theme => ({
    root: {
      ...theme.typography.body2,
      display: 'grid',
      gridTemplateColumns: '20px minmax(0, 1fr) minmax(60px, 20%) 11em',
      alignItems: 'center',
      columnGap: theme.spacing(1),
      padding: theme.spacing(0.5, 0),
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: '20px minmax(0, 1fr)',
        '& > :nth-child(n+3)': { gridColumn: 2 },
      },
    },
    title: { overflowWrap: 'anywhere' },
    bar: {
      height: 8,
      borderRadius: 4,
      overflow: 'hidden',
      backgroundColor: theme.palette.action.hover,
      boxShadow: `inset 0 0 0 1px ${theme.palette.divider}`,
    },
    share: { height: '100%', backgroundColor: theme.palette.primary.main },
    count: { color: theme.palette.text.secondary },
  }),
  { name: 'AutonomyRollUpReadinessItem' },
);

export interface ReadinessItemProps {
  scope: RollUpScope;
  item: ReadinessRollUpItem;
}

/** One item with its answer, and how many pass; it leads to those that do not. */
export function ReadinessItem({ scope, item }: ReadinessItemProps) {
  const { id, title, applicable, passing, share, yes } = item;
  const classes = useStyles();
  const tones = useToneStyles();
  const format = useFormatters();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const hrefOf = useListHref();
  const answer = t(yes ? 'rollUpReadiness.yes' : 'rollUpReadiness.no');
  const Icon = yes ? RiCheckLine : RiCloseLine;
  return (
    <li className={classes.root}>
      <span
        className={tones[yes ? 'good' : 'bad']}
        role="img"
        aria-label={answer}
        title={answer}
      >
        <Icon size={18} aria-hidden />
      </span>
      <span className={classes.title}>
        {passing < applicable ? (
          <Link to={hrefOf({ ...scope.filter, readinessItem: id })}>
            {title}
          </Link>
        ) : (
          title
        )}
      </span>
      <div className={classes.bar} aria-hidden>
        <div className={classes.share} style={{ width: `${share * 100}%` }} />
      </div>
      <span className={classes.count}>
        {t('rollUpReadiness.passing', {
          passing: format.number(passing),
          applicable: format.number(applicable),
        })}
      </span>
    </li>
  );
}
