import type { CheckState } from '@aligned-autonomy/backstage-plugin-autonomy-common';
import { useToneStyles } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ReactNode } from 'react';
import { autonomyTranslationRef } from '../../translation';
import { stateLook } from './stateLook';
import { useDetailsStyles } from './styles';

export interface StateLineProps {
  state: CheckState;
  title: ReactNode;
  /** Beside the title. */
  mark?: ReactNode;
  children?: ReactNode;
}

/** One thing that is asked, with its state as an icon that has a name. */
export function StateLine({ state, title, mark, children }: StateLineProps) {
  const classes = useDetailsStyles();
  const tones = useToneStyles();
  const { t } = useTranslationRef(autonomyTranslationRef);
  const { Icon, tone } = stateLook[state];
  const label = t(`check.states.${state}`);
  return (
    <li className={classes.line}>
      <span className={tones[tone]} role="img" aria-label={label} title={label}>
        <Icon size={18} aria-hidden />
      </span>
      <div>
        <div className={classes.title}>
          <span>{title}</span>
          {mark}
        </div>
        {children}
      </div>
    </li>
  );
}
