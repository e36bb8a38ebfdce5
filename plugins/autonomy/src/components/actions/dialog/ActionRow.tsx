import { makeStyles } from '@material-ui/core/styles';
import { useEffect, useRef, type ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'flex-start',
      gap: theme.spacing(0.5),
      minWidth: 0,
      fontSize: theme.typography.body2.fontSize,
      overflowWrap: 'anywhere',
      '&:focus': { outline: 'none' },
    },
  }),
  { name: 'AutonomyActionRow' },
);

/** What is offered at one thing, with what is under way about it. */
export function ActionRow({ children }: { children: ReactNode }) {
  const classes = useStyles();
  const ref = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);

  // A button that did its work is gone; whoever pressed it stays where it was.
  useEffect(() => {
    const { activeElement, body } = document;
    if (hadFocus.current && activeElement === body) {
      ref.current?.focus({ preventScroll: true });
    }
  });
  return (
    <div
      ref={ref}
      className={classes.root}
      tabIndex={-1}
      onFocus={() => {
        hadFocus.current = true;
      }}
      onBlur={() => {
        hadFocus.current = false;
      }}
    >
      {children}
    </div>
  );
}
