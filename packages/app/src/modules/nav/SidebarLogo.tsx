import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { Mark } from '../../brand/Mark';

const useStyles = makeStyles({
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: 14,
    height: 2.5 * sidebarConfig.logoHeight,
    paddingLeft: (sidebarConfig.drawerWidthClosed - 28) / 2,
    color: '#5fd3bc',
    '&:hover': { color: '#8ae6d3' },
  },
  name: {
    color: '#fff',
    fontSize: 20,
    fontWeight: 700,
    letterSpacing: 0.2,
  },
});

export const SidebarLogo = () => {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();

  return (
    <Link to="/" underline="none" className={classes.link} aria-label="Start">
      <Mark />
      {isOpen && <span className={classes.name}>Autonomy</span>}
    </Link>
  );
};
