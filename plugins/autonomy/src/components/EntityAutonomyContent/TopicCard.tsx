import { makeStyles } from '@material-ui/core/styles';
import { useEffect, useRef, type ReactNode } from 'react';
import { CardFrame } from '../CardFrame';
import type { TabTopic } from './topics';
import type { TabTarget } from './useTabAddress';

const useStyles = makeStyles(
  theme => ({
    root: {
      minWidth: 0,
      scrollMarginTop: theme.spacing(2),
      '&:focus': { outline: 'none' },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
    },
  }),
  { name: 'AutonomyTopicCard' },
);

export interface TopicCardProps {
  topic: TabTopic;
  /** Where somebody went. */
  target?: TabTarget;
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** A card that an address can point at: it is scrolled to, and reading goes on from there. */
export function TopicCard(props: TopicCardProps) {
  const { topic, target, title, actions, children } = props;
  const classes = useStyles();
  const root = useRef<HTMLElement>(null);
  useEffect(() => {
    if (target?.topic === topic) {
      root.current?.scrollIntoView?.({ block: 'start' });
      root.current?.focus({ preventScroll: true });
    }
  }, [target, topic]);
  return (
    <section
      ref={root}
      id={topic}
      className={classes.root}
      aria-label={title}
      tabIndex={-1}
    >
      <CardFrame title={title} actions={actions}>
        {children}
      </CardFrame>
    </section>
  );
}
