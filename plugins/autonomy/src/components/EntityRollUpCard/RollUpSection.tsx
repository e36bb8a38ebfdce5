import { useId, type ReactNode } from 'react';
import { useRollUpStyles } from './styles';

export interface RollUpSectionProps {
  title: string;
  /** At the end of the title's line. */
  aside?: ReactNode;
  children: ReactNode;
}

/** One subject of the roll-up. */
export function RollUpSection({ title, aside, children }: RollUpSectionProps) {
  const classes = useRollUpStyles();
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.header}>
        <h4 id={id} className={classes.heading}>
          {title}
        </h4>
        {aside}
      </div>
      {children}
    </section>
  );
}
