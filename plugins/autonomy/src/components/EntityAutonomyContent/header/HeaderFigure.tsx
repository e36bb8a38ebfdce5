import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: { minWidth: 0, overflowWrap: 'anywhere' },
    label: { ...theme.typography.caption, letterSpacing: '0.04em' },
    value: { ...theme.typography.body2, margin: 0, fontWeight: 600 },
  }),
  { name: 'AutonomyHeaderFigure' },
);

export interface HeaderFigureProps {
  label: string;
  /** Where its reasons are. */
  href: string;
  children: ReactNode;
}

/** A figure whose name leads to what is behind it. */
export function HeaderFigure({ label, href, children }: HeaderFigureProps) {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <dt className={classes.label}>
        <Link to={href}>{label}</Link>
      </dt>
      <dd className={classes.value}>{children}</dd>
    </div>
  );
}
