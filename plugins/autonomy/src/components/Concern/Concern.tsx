import { useToneStyles } from '@aligned-autonomy/backstage-plugin-autonomy-react';
import { RiErrorWarningLine } from '@remixicon/react';
import type { ReactNode } from 'react';

/** Something to look after, marked by an icon as well as by its colour. */
export function Concern({ children }: { children: ReactNode }) {
  const tones = useToneStyles();
  return (
    <div className={tones.attention}>
      <RiErrorWarningLine size={14} aria-hidden style={{ verticalAlign: -2 }} />{' '}
      {children}
    </div>
  );
}
