import Link from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  {
    root: {
      flex: 'none',
      fontWeight: 600,
      borderRadius: 2,
      '&:focus-visible': { outline: '2px solid currentColor' },
    },
  },
  { name: 'AutonomyLinkButton' },
);

export interface LinkButtonProps {
  onClick: () => void;
  children: ReactNode;
  'aria-expanded'?: boolean;
  'aria-label'?: string;
}

/** A button that reads like a link, for small ways onwards inside a card. */
export function LinkButton(props: LinkButtonProps) {
  const classes = useStyles();
  return (
    <Link
      component="button"
      type="button"
      variant="body2"
      className={classes.root}
      {...props}
    />
  );
}
