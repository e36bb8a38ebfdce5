import type { Need } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useToneStyles } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { Link } from '@backstage/core-components';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { needLink } from './needLink';
import { needLook } from './needLook';
import { useGovernancePaths } from '../useGovernancePaths';
import { useNeedWords } from './useNeedWords';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(1.5),
      padding: theme.spacing(1, 0),
    },
    icon: { flex: 'none', marginTop: 2 },
    words: { minWidth: 0, overflowWrap: 'anywhere' },
  }),
  { name: 'AutonomyNeedRow' },
);

/** One thing that waits for the reader; leads to where it is done. */
export function NeedRow({ need }: { need: Need }) {
  const classes = useStyles();
  const tones = useToneStyles();
  const entityLink = useEntityRefLink();
  const paths = useGovernancePaths();
  const { title, details, isOverdue } = useNeedWords()(need);
  const { Icon, tone } = needLook(need, isOverdue);
  const { entityRef, name, title: entityTitle } = need.entity;
  return (
    <li className={classes.root}>
      <Icon
        className={`${classes.icon} ${tones[tone]}`}
        size={18}
        aria-hidden
      />
      <div className={classes.words}>
        <Link to={needLink(need, { paths, entityPage: entityLink(entityRef) })}>
          {title}
        </Link>
        <Typography variant="body2" color="textSecondary">
          {[entityTitle ?? name, ...details].join(' · ')}
        </Typography>
      </div>
    </li>
  );
}
